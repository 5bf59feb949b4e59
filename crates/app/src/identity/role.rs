//! What somebody may do in the product.
//!
//! Two roles are never granted: top management follows from the dated register, and a line
//! manager is whoever somebody reports to.

use kit::Day;
use kit::db::FromRow;

kit::words_of! {
    /// A role; everybody engaged is an employee.
    pub enum Role {
        Administrator = "administrator",
        SecurityManager = "security-manager",
        TopManagement = "top-management",
        HumanResources = "human-resources",
        LineManager = "line-manager",
        Employee = "employee",
        InternalAuditor = "internal-auditor",
        ExternalAuditor = "external-auditor",
        Consultant = "consultant",
    }
}

impl Role {
    /// Who may read readiness, register, log and packs.
    pub const READERS: &'static [Role] = &[
        Role::SecurityManager,
        Role::TopManagement,
        Role::InternalAuditor,
        Role::ExternalAuditor,
        Role::Consultant,
    ];
    /// Who may see the list of people.
    pub const POPULATION: &'static [Role] = &[
        Role::SecurityManager,
        Role::HumanResources,
        Role::TopManagement,
        Role::InternalAuditor,
        Role::ExternalAuditor,
    ];
    /// Who runs the programme: writes, sends, publishes.
    pub const DIRECTING: &'static [Role] = &[Role::SecurityManager, Role::Consultant];

    /// Roles that are granted by name, as opposed to following from something else.
    pub const GRANTED: &'static [Role] = &[
        Role::Administrator,
        Role::SecurityManager,
        Role::HumanResources,
        Role::InternalAuditor,
        Role::ExternalAuditor,
        Role::Consultant,
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A role that somebody has, and the days on which it counts; without days, always.
#[derive(Clone, Copy, Debug, FromRow)]
pub(super) struct Held {
    role: Role,
    from_on: Option<Day>,
    until_on: Option<Day>,
    /// The last day after all, where it ended early.
    relieved_on: Option<Day>,
}

impl Held {
    fn counts_on(&self, day: Day) -> bool {
        let ends = [self.until_on, self.relieved_on];
        self.from_on.is_none_or(|from| from <= day)
            && ends.into_iter().flatten().all(|until| until >= day)
    }
}

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u16);

impl Roles {
    pub fn of(roles: impl IntoIterator<Item = Role>) -> Roles {
        Roles(roles.into_iter().fold(0, |set, role| set | role.bit()))
    }

    /// Those that count on a day.
    pub(super) fn on(day: Day, held: &[Held]) -> Roles {
        let counting = held.iter().filter(|held| held.counts_on(day));
        Roles::of(counting.map(|held| held.role))
    }

    pub fn holds(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL
            .iter()
            .copied()
            .filter(move |role| self.holds(*role))
    }
}
