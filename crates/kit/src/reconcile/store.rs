//! The queries that read rows beside their records.

/// A table whose rows rest on records.
///
/// ```text
/// kit::reconciled! {
///     "relief" rests on ["person-relieved"] {
///         "until_on" => Same "/body/until",
///         "relieved_at" => Moment "/at",
///     }
/// }
/// ```
///
/// After the table may stand `as "SELECT …"`, within the organisation `$1`, for what has to be
/// joined to be compared, and after the kinds `where` with a function that says which records of
/// them are kept here.
/// Columns of bytes stand in brackets: `["key" => Hashed "/body/key"]`.
#[macro_export]
macro_rules! reconciled {
    (
        $table:literal $(as $from:literal)? rests on [$($kind:literal),+] $(where $keeps:ident)? {
            $($column:literal => $how:ident$(($member:literal))? $pointer:literal,)*
            $([$bytes:literal => $hashed:ident $place:literal],)*
        }
    ) => {
        $crate::reconcile::Reconciled {
            table: $table,
            kinds: &[$($kind),+],
            keeps: $crate::reconciled!(@keeps $($keeps)?),
            columns: &[
                $(($column, $crate::reconcile::As::$how$(($member))?, $pointer),)*
                $(($bytes, $crate::reconcile::As::$hashed, $place),)*
            ],
            rows: $crate::db::Sql::each(
                concat!(
                    "SELECT CAST(l.idx AS TEXT), CASE WHEN l.id IS NULL THEN NULL ELSE r.type END, \
                     CAST(r.bytes AS TEXT)",
                    $(", CAST(t.", $column, " AS TEXT)",)*
                    $(", CASE WHEN t.", $bytes, " IS NULL THEN NULL ELSE lower(hex(t.", $bytes, ")) END",)*
                    $crate::reconciled!(@from $table $($from)?),
                ),
                concat!(
                    "SELECT CAST(l.idx AS TEXT), CASE WHEN l.id IS NULL THEN NULL ELSE r.type END, \
                     convert_from(r.bytes, 'UTF8')",
                    $(", CAST(t.", $column, " AS TEXT)",)*
                    $(", encode(t.", $bytes, ", 'hex')",)*
                    $crate::reconciled!(@from $table $($from)?),
                ),
            ),
            unkept: $crate::db::Sql::each(
                concat!(
                    "SELECT CAST(l.idx AS TEXT), CAST(r.bytes AS TEXT)",
                    $crate::reconciled!(@without $table $($from)?),
                ),
                concat!(
                    "SELECT CAST(l.idx AS TEXT), convert_from(r.bytes, 'UTF8')",
                    $crate::reconciled!(@without $table $($from)?),
                ),
            ),
        }
    };
    (@keeps) => { |_| true };
    (@keeps $keeps:ident) => { $keeps };
    (@table $table:literal) => { $table };
    (@table $table:literal $from:literal) => { concat!("(", $from, ")") };
    (@from $table:literal $($from:literal)?) => {
        concat!(
            " FROM ", $crate::reconciled!(@table $table $($from)?), " t \
             LEFT JOIN record r ON r.org = t.org AND r.id = t.record \
             LEFT JOIN leaf l ON l.org = t.org AND l.id = t.record WHERE t.org = $1",
        )
    };
    (@without $table:literal $($from:literal)?) => {
        concat!(
            " FROM record r LEFT JOIN leaf l ON l.org = r.org AND l.id = r.id \
             LEFT JOIN ", $crate::reconciled!(@table $table $($from)?), " t \
             ON t.org = r.org AND t.record = r.id \
             WHERE r.org = $1 AND r.type = $2 AND t.record IS NULL",
        )
    };
}
