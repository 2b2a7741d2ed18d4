import 'element-plus/es/components/base/style/css'
import './app/styles/tokens.css'
import './app/styles/base.css'
import './login/login.css'
import { openLogin } from './login/login'

void openLogin()
