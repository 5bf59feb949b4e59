//! The people of the demonstration: all of them invented.

/// Somebody of the firm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) unit: &'static str,
    /// The name of whom they report to.
    pub(super) manager: &'static str,
    /// How many days before today they started.
    pub(super) started: i64,
    /// How many days before today they left.
    pub(super) left: Option<i64>,
}

/// The firm that never was.
pub(super) const FIRM: &str = "Northwind Optics";

pub(super) const CEO: &str = "Dana Reyes";
pub(super) const CFO: &str = "Tomás Silva";
pub(super) const COO: &str = "Ingrid Solberg";
pub(super) const INFOSEC: &str = "Priya Raman";
pub(super) const HR: &str = "Hanna Vogt";
pub(super) const ADMIN: &str = "Olaf Brandt";
pub(super) const AUDITOR: &str = "Ines Faber";
pub(super) const MANAGER: &str = "Marc Lind";
pub(super) const EMPLOYEE: &str = "Sam Okoro";

const fn m(
    name: &'static str,
    title: &'static str,
    unit: &'static str,
    manager: &'static str,
    started: i64,
) -> Member {
    Member {
        name,
        title,
        unit,
        manager,
        started,
        left: None,
    }
}

/// 48 people who are here, and three who left, managers before those who report to them.
pub(super) const CAST: [Member; 51] = [
    m(CEO, "Managing director", "Management", "", 3300),
    m(CFO, "Finance director", "Management", CEO, 2900),
    m(COO, "Operations director", "Management", CEO, 2400),
    m(
        INFOSEC,
        "Information security manager",
        "Management",
        CEO,
        1500,
    ),
    m(HR, "Head of people", "People", CFO, 2100),
    m(ADMIN, "System administrator", "IT", COO, 1900),
    m(MANAGER, "Head of sales", "Sales", CEO, 2000),
    m(
        "Freya Holm",
        "Head of development",
        "Development",
        COO,
        1800,
    ),
    m(
        "Giulia Conti",
        "Head of production",
        "Production",
        COO,
        2600,
    ),
    m("Noah Becker", "Head of finance", "Finance", CFO, 1700),
    m(EMPLOYEE, "Account manager", "Sales", MANAGER, 900),
    m("Aisha Rahman", "Account manager", "Sales", MANAGER, 1200),
    m("Ben Carter", "Account manager", "Sales", MANAGER, 760),
    m("Carla Núñez", "Sales engineer", "Sales", MANAGER, 640),
    m("Dmitri Volkov", "Sales engineer", "Sales", MANAGER, 980),
    m("Elif Kaya", "Field representative", "Sales", MANAGER, 420),
    m(
        "Finn O'Brien",
        "Field representative",
        "Sales",
        MANAGER,
        310,
    ),
    m("Grace Mwangi", "Inside sales", "Sales", MANAGER, 1450),
    m(
        "Hiro Tanaka",
        "Optical engineer",
        "Development",
        "Freya Holm",
        1600,
    ),
    m(
        "Isla Murray",
        "Optical engineer",
        "Development",
        "Freya Holm",
        870,
    ),
    m(
        "Jan Kowalski",
        "Software engineer",
        "Development",
        "Freya Holm",
        1100,
    ),
    m(
        "Katya Petrova",
        "Software engineer",
        "Development",
        "Freya Holm",
        690,
    ),
    m(
        "Liam Walsh",
        "Software engineer",
        "Development",
        "Freya Holm",
        540,
    ),
    m(
        "Mei Chen",
        "Test engineer",
        "Development",
        "Freya Holm",
        1300,
    ),
    m(
        "Nadia Haddad",
        "Test engineer",
        "Development",
        "Freya Holm",
        260,
    ),
    m(
        "Oskar Nilsson",
        "Product manager",
        "Development",
        "Freya Holm",
        1010,
    ),
    m(
        "Paula Ferreira",
        "Designer",
        "Development",
        "Freya Holm",
        480,
    ),
    m(
        "Quentin Dubois",
        "Firmware engineer",
        "Development",
        "Freya Holm",
        150,
    ),
    m(
        "Rosa Marino",
        "Shift lead",
        "Production",
        "Giulia Conti",
        2200,
    ),
    m(
        "Stefan Krüger",
        "Shift lead",
        "Production",
        "Giulia Conti",
        1750,
    ),
    m(
        "Tara Singh",
        "Lens grinder",
        "Production",
        "Rosa Marino",
        1350,
    ),
    m(
        "Umut Demir",
        "Lens grinder",
        "Production",
        "Rosa Marino",
        930,
    ),
    m(
        "Vera Novak",
        "Lens grinder",
        "Production",
        "Rosa Marino",
        720,
    ),
    m(
        "William Adeyemi",
        "Coating technician",
        "Production",
        "Stefan Krüger",
        610,
    ),
    m(
        "Xenia Papadaki",
        "Coating technician",
        "Production",
        "Stefan Krüger",
        390,
    ),
    m(
        "Yusuf Aydin",
        "Coating technician",
        "Production",
        "Stefan Krüger",
        205,
    ),
    m(
        "Zofia Wiśniewska",
        "Quality inspector",
        "Production",
        "Giulia Conti",
        1400,
    ),
    m(
        "Anders Berg",
        "Quality inspector",
        "Production",
        "Giulia Conti",
        850,
    ),
    m(
        "Bianca Rossi",
        "Logistics",
        "Production",
        "Giulia Conti",
        1120,
    ),
    m("Cem Yılmaz", "Logistics", "Production", "Giulia Conti", 95),
    m(
        "Daria Ivanova",
        "Accountant",
        "Finance",
        "Noah Becker",
        1550,
    ),
    m("Emil Svensson", "Accountant", "Finance", "Noah Becker", 660),
    m("Fatima Zahra", "Controller", "Finance", "Noah Becker", 1240),
    m("Gregor Maier", "Purchasing", "Finance", "Noah Becker", 1030),
    m("Helena Costa", "Recruiter", "People", HR, 580),
    m("Ivan Horvat", "Payroll", "People", HR, 1330),
    m("Jonas Weber", "Support engineer", "IT", ADMIN, 800),
    m(
        AUDITOR,
        "Lead auditor, Certus Assurance",
        "Visitors",
        "",
        60,
    ),
    Member {
        left: Some(240),
        ..m("Kai Lorenz", "Support engineer", "IT", ADMIN, 1150)
    },
    Member {
        left: Some(430),
        ..m("Lucia Herrera", "Account manager", "Sales", MANAGER, 1280)
    },
    Member {
        left: Some(33),
        ..m(
            "Milan Jovanović",
            "Software engineer",
            "Development",
            "Freya Holm",
            700,
        )
    },
];

/// The address of somebody: the name in plain letters.
pub(super) fn address(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .filter_map(|letter| match letter {
            'a'..='z' | ' ' => Some(letter),
            'á' | 'ä' | 'ã' => Some('a'),
            'é' | 'è' | 'ê' => Some('e'),
            'ü' | 'ú' => Some('u'),
            'ó' | 'ö' | 'ø' => Some('o'),
            'ñ' | 'ń' => Some('n'),
            'ı' | 'í' => Some('i'),
            'ś' => Some('s'),
            'ć' | 'č' => Some('c'),
            _ => None,
        })
        .collect();
    format!("{}@northwind-optics.example", plain.replace(' ', "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_eight_people_are_here_in_six_departments_of_their_own() {
        let here: Vec<_> = CAST.iter().filter(|member| member.left.is_none()).collect();
        assert_eq!(here.len(), 48);
        let units: std::collections::BTreeSet<_> = here.iter().map(|member| member.unit).collect();
        // The directors and the visiting auditor are not a department.
        assert_eq!(units.len() - 2, 6, "{units:?}");
    }

    #[test]
    fn managers_stand_before_those_who_report_to_them() {
        for (place, member) in CAST.iter().enumerate() {
            let known = CAST[..place]
                .iter()
                .any(|before| before.name == member.manager);
            assert!(member.manager.is_empty() || known, "{}", member.name);
        }
    }

    #[test]
    fn everybody_has_an_address_of_their_own() {
        let addresses: std::collections::BTreeSet<_> =
            CAST.iter().map(|member| address(member.name)).collect();
        assert_eq!(addresses.len(), CAST.len());
        assert_eq!(
            address("Zofia Wiśniewska"),
            "zofia.wisniewska@northwind-optics.example"
        );
    }
}
