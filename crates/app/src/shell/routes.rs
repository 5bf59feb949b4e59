//! The list of addresses, each with who may use it.
//!
//! A slice cannot add an address without saying who may use it, and the list can be read:
//! the routes × roles snapshot is made from it.

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::MethodRouter;
use kit::web::Problem;

use crate::App;
use crate::identity::{Role, Viewer};

kit::words_of! {
    /// The methods that we answer to; reading never changes anything.
    pub enum Method { Get = "GET", Post = "POST", Patch = "PATCH" }
}

/// Who may use an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody, without an account.
    Public,
    /// Whoever is signed in, or came by a mail link that leads here.
    SignedIn,
    /// Whoever holds one of these roles.
    Any(&'static [Role]),
}

impl Access {
    /// May this reader use the address at `path`?
    pub fn check(self, viewer: Option<&Viewer>, path: &str) -> Result<(), Problem> {
        if self == Access::Public {
            return Ok(());
        }
        let viewer = viewer.ok_or(Problem::SignIn)?;
        if !viewer.may_go(path) {
            return Err(Problem::SignIn);
        }
        match self {
            Access::Any(roles) if !roles.iter().any(|role| viewer.is(*role)) => {
                Err(Problem::Forbidden)
            }
            _ => Ok(()),
        }
    }
}

/// Addresses with their handlers and who may use them.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<(Method, &'static str, Access)>,
}

impl Routes {
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::Get, path, access, axum::routing::get(handler))
    }

    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::Post, path, access, axum::routing::post(handler))
    }

    pub fn patch<H, T>(self, path: &'static str, access: Access, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::Patch, path, access, axum::routing::patch(handler))
    }

    /// A route that needs layers of its own, such as another limit on the body.
    pub fn add(
        mut self,
        method: Method,
        path: &'static str,
        access: Access,
        handler: MethodRouter<App>,
    ) -> Routes {
        let guarded = handler.route_layer(axum::middleware::from_fn(
            move |request: Request, next: Next| check(access, request, next),
        ));
        self.router = self.router.route(path, guarded);
        self.table.push((method, path, access));
        self
    }

    pub fn and(mut self, others: Routes) -> Routes {
        self.router = self.router.merge(others.router);
        self.table.extend(others.table);
        self
    }

    /// Every address with who may use it, in the order of addresses.
    pub fn table(&self) -> Vec<(Method, &'static str, Access)> {
        let mut table = self.table.clone();
        table.sort_by_key(|(method, path, _)| (*path, *method));
        table
    }

    pub(super) fn router(self) -> Router<App> {
        self.router
    }
}

async fn check(access: Access, request: Request, next: Next) -> Result<Response, Problem> {
    access.check(request.extensions().get::<Viewer>(), request.uri().path())?;
    Ok(next.run(request).await)
}
