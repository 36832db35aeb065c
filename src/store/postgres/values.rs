//! Values on their way to PostgreSQL and back.

use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

use super::Fault;
use crate::store::{Arg, Cell, Row};

/// A statement and its arguments, to be sent later.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) text: &'static str,
    pub(super) args: Vec<Cell>,
}

impl Request {
    pub(super) fn new(text: &'static str, args: &[Arg<'_>]) -> Self {
        let owned = |arg: &Arg<'_>| match *arg {
            Arg::Null => Cell::Null,
            Arg::Int(value) => Cell::Int(value),
            Arg::Text(value) => Cell::Text(value.to_owned()),
            Arg::Blob(value) => Cell::Blob(value.to_owned()),
        };
        Self { text, args: args.iter().map(owned).collect() }
    }

    /// The arguments as the driver takes them.
    pub(super) fn values(&self) -> Vec<&(dyn ToSql + Sync)> {
        self.args.iter().map(|arg| arg as &(dyn ToSql + Sync)).collect()
    }
}

impl ToSql for Cell {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null | Self::Odd(_) => Ok(IsNull::Yes),
            Self::Int(value) => value.to_sql(ty, out),
            Self::Text(value) => value.to_sql(ty, out),
            Self::Blob(value) => value.to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::TEXT | Type::BYTEA)
    }

    to_sql_checked!();
}

/// A row of an answer.
pub(super) fn row(row: &tokio_postgres::Row) -> Result<Row, Fault> {
    let cell = |index: usize, ty: &Type| -> Result<Cell, tokio_postgres::Error> {
        Ok(match *ty {
            Type::INT8 => row.try_get::<_, Option<i64>>(index)?.map_or(Cell::Null, Cell::Int),
            Type::INT4 => row.try_get::<_, Option<i32>>(index)?.map_or(Cell::Null, |value| Cell::Int(value.into())),
            Type::TEXT => row.try_get::<_, Option<String>>(index)?.map_or(Cell::Null, Cell::Text),
            _ => row.try_get::<_, Option<Vec<u8>>>(index)?.map_or(Cell::Null, Cell::Blob),
        })
    };
    let cells = row.columns().iter().enumerate().map(|(index, column)| cell(index, column.type_()).map_err(Fault::from));
    Ok(Row::new(cells.collect::<Result<_, _>>()?))
}
