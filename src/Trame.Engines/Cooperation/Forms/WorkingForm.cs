namespace Trame.Engines.Cooperation.Forms;

/// <summary>Forms of working together (Fourdrignier, TEF nº 9, 2010). None is better than another; each says what the relation is, not what it is called.</summary>
public enum WorkingForm
{
    /// <summary>Équipe: inside one organisation.</summary>
    Team,

    /// <summary>Contrôle: an authority judges by criteria set beforehand. Never a partnership (R9).</summary>
    Control,

    /// <summary>Coopération intégrée: a common legal body with single governing bodies, all competences transferred.</summary>
    IntegratedCooperation,

    /// <summary>Coopération fédérative: a common legal body, each keeping its own bodies and autonomy.</summary>
    FederativeCooperation,

    /// <summary>Liaison or mediation: a third party restores the contact.</summary>
    Liaison,

    /// <summary>Prestation: a priced part of a project, given after competition.</summary>
    ServiceProvision,

    /// <summary>Sous-traitance: a priced piece of work whose frame is fixed beforehand.</summary>
    Subcontracting,

    /// <summary>Partenariat de projet: aims set together, mutual contributions, a joint project.</summary>
    ProjectPartnership,

    /// <summary>Partenariat formel: asked for by a public procedure, an agreement, no joint project yet.</summary>
    FormalPartnership,

    /// <summary>Réseau formel entre institutions: agreement and charter.</summary>
    FormalNetwork,

    /// <summary>Réseau secondaire: formal, between professionals.</summary>
    SecondaryNetwork,

    /// <summary>Carnet d'adresses: informal, between institutions.</summary>
    AddressBook,

    /// <summary>Réseau primaire: informal, between people.</summary>
    PrimaryNetwork,
}
