import 'element-plus/es/components/message/style/css'
import 'element-plus/es/components/message-box/style/css'

/** The library's boxes with their look, for `notice.ts` alone. */
export { ElMessage } from 'element-plus/es/components/message/index'
export { ElMessageBox } from 'element-plus/es/components/message-box/index'
