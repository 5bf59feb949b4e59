// Behaviour that pages can do without: every form and every page works when this file does not run.
// Components live in the light DOM, own no markup and no words; both come from the server.

import "./behaviour/confirm";
import "./behaviour/copy";
import "./behaviour/filter";
import "./behaviour/passkey";
import "./behaviour/sealing";
import "./behaviour/theme";
import "./behaviour/undo";
import "./behaviour/upload";
