//! Queries of files.

use anyhow::Result;
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::UploadedFile;
use kit::{Act, Digest, args};

/// Notes that a stored file belongs to this organisation. Handing in the same bytes twice is harmless.
pub(in crate::people) async fn note(
    act: &mut Act,
    digest: Digest,
    file: &UploadedFile,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    act.db
        .run(
            "INSERT INTO file (org, digest, name, media, bytes, added_by, added_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            args![
                org,
                digest,
                &file.name,
                &file.media,
                i64::try_from(file.bytes.len())?,
                by,
                now
            ],
        )
        .await?;
    Ok(())
}

/// The name of a file of this organisation.
pub(in crate::people) async fn name(
    db: &mut Conn,
    org: OrgId,
    digest: Digest,
) -> Result<Option<String>> {
    let found: Option<(String,)> = db
        .maybe(
            "SELECT name FROM file WHERE org = $1 AND digest = $2",
            args![org, digest],
        )
        .await?;
    Ok(found.map(|(name,)| name))
}
