//! A form that carries a file (`multipart/form-data`).

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;

use super::Problem;

/// The text fields of a form and its file, if one was chosen.
#[derive(Debug, Default)]
pub struct Upload {
    fields: Vec<(String, String)>,
    pub file: Option<UploadedFile>,
}

/// A file as the browser sent it. Name and media type are claims and nothing more.
#[derive(Debug)]
pub struct UploadedFile {
    pub name: String,
    pub media: String,
    pub bytes: Vec<u8>,
}

impl Upload {
    /// A text field, trimmed; empty when absent.
    pub fn text(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// Every value of a field that may stand several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    async fn take(&mut self, field: Field<'_>) -> Result<(), Problem> {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file) = field.file_name().map(str::to_owned) else {
            let text = field.text().await.map_err(refuse)?;
            if text.contains('\0') {
                return Err(Problem::Invalid(
                    "The text contains a NUL character, which no text needs.".to_owned(),
                ));
            }
            self.fields.push((name, text));
            return Ok(());
        };
        let media = field.content_type().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(refuse)?.to_vec();
        // A browser sends an empty part when no file was chosen.
        if !file.is_empty() || !bytes.is_empty() {
            self.file = Some(UploadedFile {
                name: plain(&file),
                media: short(&media),
                bytes,
            });
        }
        Ok(())
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &S) -> Result<Upload, Problem> {
        let mut parts = Multipart::from_request(request, state)
            .await
            .map_err(|_| Problem::Invalid("This address takes multipart/form-data.".to_owned()))?;
        let mut upload = Upload::default();
        while let Some(field) = parts.next_field().await.map_err(refuse)? {
            upload.take(field).await?;
        }
        Ok(upload)
    }
}

fn refuse(error: MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        Problem::Invalid("The form is damaged.".to_owned())
    }
}

/// Without folders.
fn plain(name: &str) -> String {
    short(name.rsplit(['/', '\\']).next().unwrap_or_default())
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}
