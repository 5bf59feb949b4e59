use std::sync::LazyLock;

use serde::Deserialize;

use crate::{Framework, Obligation, Requirement};

/// Everything this crate knows: the obligations and who asks for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crosswalk {
    /// The register of obligations, in order of their ids.
    pub obligations: Vec<Obligation>,
    /// The frameworks, the certifiable standard first.
    pub frameworks: Vec<Framework>,
}

/// The crosswalk this program ships.
///
/// ```
/// let ids: Vec<_> = frameworks::crosswalk().supporting("iso27001:5.1(d)").map(|o| &*o.id).collect();
/// assert_eq!(ids, ["OB-01", "OB-36"]);
/// ```
pub fn crosswalk() -> &'static Crosswalk {
    static SHIPPED: LazyLock<Crosswalk> = LazyLock::new(Crosswalk::shipped);
    &SHIPPED
}

const OBLIGATIONS: &str = include_str!("../data/obligations.toml");

const FRAMEWORKS: &[&str] = &[
    include_str!("../data/iso27001.toml"),
    include_str!("../data/iso27002.toml"),
    include_str!("../data/nis2.toml"),
    include_str!("../data/ir2690.toml"),
    include_str!("../data/dora.toml"),
    include_str!("../data/rts1774.toml"),
    include_str!("../data/soc2.toml"),
    include_str!("../data/csf2.toml"),
    include_str!("../data/sp800-53.toml"),
    include_str!("../data/uk-code.toml"),
    include_str!("../data/nydfs.toml"),
    include_str!("../data/hipaa.toml"),
    include_str!("../data/pci4.toml"),
    include_str!("../data/sec-sk.toml"),
    include_str!("../data/wbd.toml"),
];

impl Crosswalk {
    fn shipped() -> Self {
        Self {
            obligations: read::<Register>(OBLIGATIONS).obligation,
            frameworks: FRAMEWORKS.iter().map(|text| read(text)).collect(),
        }
    }

    /// The obligation with this id (`OB-01`), if there is one.
    pub fn obligation(&self, id: &str) -> Option<&Obligation> {
        self.obligations
            .iter()
            .find(|obligation| obligation.id == id)
    }

    /// The framework with this id (`iso27001`), if there is one.
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }

    /// Resolves a reference such as `iso27001:5.1(d)`.
    pub fn requirement(&self, reference: &str) -> Option<(&Framework, &Requirement)> {
        let (framework, id) = reference.split_once(':')?;
        let framework = self.framework(framework)?;
        Some((framework, framework.requirement(id)?))
    }

    /// The obligations that support a requirement; none if the reference is unknown.
    pub fn supporting<'a>(&'a self, reference: &str) -> impl Iterator<Item = &'a Obligation> {
        let supported_by = self
            .requirement(reference)
            .map_or(&[][..], |(_, found)| &found.supported_by);
        supported_by.iter().filter_map(|id| self.obligation(id))
    }

    /// Every requirement that rests on an obligation, framework by framework.
    pub fn resting_on<'a>(
        &'a self,
        obligation: &'a str,
    ) -> impl Iterator<Item = (&'a Framework, &'a Requirement)> {
        self.frameworks.iter().flat_map(move |framework| {
            framework
                .resting_on(obligation)
                .map(move |found| (framework, found))
        })
    }
}

#[derive(Deserialize)]
struct Register {
    obligation: Vec<Obligation>,
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> T {
    toml::from_str(text).expect("the data files are part of the program and parsed by its tests")
}
