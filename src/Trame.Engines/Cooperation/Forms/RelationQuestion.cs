namespace Trame.Engines.Cooperation.Forms;

/// <summary>What can be observed of a relation between two organisations; each has the answers yes, no, or not known.</summary>
public enum RelationQuestion
{
    /// <summary>Both are services of one organisation.</summary>
    SameOrganisation,

    /// <summary>One authorises or judges the other by criteria set beforehand, under a legal mandate.</summary>
    AuthorityJudges,

    /// <summary>A common legal body carries the work (GCSMS, groupement).</summary>
    CommonLegalBody,

    /// <summary>That body's governing bodies have replaced those of its members.</summary>
    SingleGoverningBodies,

    /// <summary>A third party was needed to restore or keep the contact.</summary>
    ThirdPartyRestores,

    /// <summary>One pays the other a price for what is done.</summary>
    PricePaid,

    /// <summary>The other was chosen by competition (call for tenders or projects).</summary>
    CompetitiveCall,

    /// <summary>Aims and manner were fixed by one side beforehand, to be taken or left.</summary>
    FrameFixedBeforehand,

    /// <summary>Both set the aims.</summary>
    AimsSetTogether,

    /// <summary>Each brings something: time, premises, money, knowledge.</summary>
    MutualContributions,

    /// <summary>A project of both is under way.</summary>
    JointProject,

    /// <summary>Both decide on what is common.</summary>
    SharedGovernance,

    /// <summary>A public procedure asks for the relation.</summary>
    PublicProcedure,

    /// <summary>An agreement is written.</summary>
    WrittenAgreement,

    /// <summary>A charter is written.</summary>
    Charter,

    /// <summary>The link is between institutions: it stays when a person leaves.</summary>
    BetweenInstitutions,

    /// <summary>Refusing to enter had no consequence.</summary>
    FreeEntry,

    /// <summary>Leaving has no consequence beyond the end of the work.</summary>
    FreeExit,

    /// <summary>Money or another advantage depends on entering.</summary>
    Incentive,

    /// <summary>The rules of the relation were negotiated.</summary>
    NegotiatedRules,

    /// <summary>The texts foresee a merger, as an option or as the end.</summary>
    MergerPath,
}
