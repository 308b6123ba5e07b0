using static Trame.Engines.Cooperation.Forms.RelationQuestion;

namespace Trame.Engines.Cooperation.Forms;

/// <summary>The decision tables, read from top to bottom: the first line that holds decides. They are published in docs/methods/formes-de-cooperation.md.</summary>
public static class FormTables
{
    /// <summary>The form of working together (Fourdrignier 2010; the four networks: his table 2; federative or integrated: the same issue; the order and the questions are ours).</summary>
    public static IReadOnlyList<FormRule<WorkingForm>> Forms { get; } =
    [
        Rule(WorkingForm.Team, Yes(SameOrganisation)),
        Rule(WorkingForm.Control, Yes(AuthorityJudges)),
        Rule(WorkingForm.IntegratedCooperation, Yes(CommonLegalBody), Yes(SingleGoverningBodies)),
        Rule(WorkingForm.FederativeCooperation, Yes(CommonLegalBody), No(SingleGoverningBodies), Yes(SharedGovernance)),
        Rule(WorkingForm.Liaison, Yes(ThirdPartyRestores)),
        Rule(WorkingForm.ServiceProvision, Yes(PricePaid), Yes(CompetitiveCall)),
        Rule(WorkingForm.Subcontracting, Yes(PricePaid), Yes(FrameFixedBeforehand)),
        Rule(WorkingForm.ProjectPartnership, Yes(AimsSetTogether), Yes(MutualContributions), Yes(JointProject)),
        Rule(WorkingForm.FormalPartnership, Yes(PublicProcedure), Yes(WrittenAgreement)),
        Rule(WorkingForm.FormalNetwork, Yes(BetweenInstitutions), Yes(WrittenAgreement), Yes(Charter)),
        Rule(WorkingForm.SecondaryNetwork, No(BetweenInstitutions), Yes(WrittenAgreement)),
        Rule(WorkingForm.AddressBook, Yes(BetweenInstitutions), No(WrittenAgreement)),
        Rule(WorkingForm.PrimaryNetwork, No(BetweenInstitutions), No(WrittenAgreement)),
    ];

    /// <summary>How free it is (S0-77).</summary>
    public static IReadOnlyList<FormRule<Freedom>> Freedoms { get; } =
    [
        Rule(Freedom.Imposed, No(FreeEntry)),
        Rule(Freedom.Imposed, No(FreeExit)),
        Rule(Freedom.Incited, Yes(FreeEntry), Yes(FreeExit), Yes(Incentive)),
        Rule(Freedom.Free, Yes(FreeEntry), Yes(FreeExit), No(Incentive)),
    ];

    /// <summary>By what rules it is held (S0-81).</summary>
    public static IReadOnlyList<FormRule<Regulation>> Regulations { get; } =
    [
        Rule(Regulation.Competitive, Yes(CompetitiveCall)),
        Rule(Regulation.AgreementBased, No(CompetitiveCall), Yes(NegotiatedRules)),
        Rule(Regulation.Tutelary, No(CompetitiveCall), No(NegotiatedRules)),
    ];

    private static FormRule<T> Rule<T>(T outcome, params FactCondition[] conditions)
        where T : struct => new(outcome, conditions);

    private static FactCondition Yes(RelationQuestion question) => new(question, true);

    private static FactCondition No(RelationQuestion question) => new(question, false);
}
