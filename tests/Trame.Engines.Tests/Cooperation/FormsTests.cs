using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Cooperation.Forms;
using static Trame.Engines.Cooperation.Forms.RelationQuestion;

namespace Trame.Engines.Tests.Cooperation;

public sealed class FormsTests
{
    private static readonly RelationQuestion[] Questions = Enum.GetValues<RelationQuestion>();

    // Everything that no form asks for is answered no; then what the case says.
    private static RelationFacts Facts(params RelationQuestion[] yes) => new(Questions.ToDictionary(q => q, q => yes.Contains(q)));

    [Theory]
    [InlineData(WorkingForm.Team, SameOrganisation)]
    [InlineData(WorkingForm.Control, AuthorityJudges, WrittenAgreement, PublicProcedure)]
    [InlineData(WorkingForm.IntegratedCooperation, CommonLegalBody, SingleGoverningBodies, SharedGovernance)]
    [InlineData(WorkingForm.FederativeCooperation, CommonLegalBody, SharedGovernance)]
    [InlineData(WorkingForm.Liaison, ThirdPartyRestores, BetweenInstitutions)]
    [InlineData(WorkingForm.ServiceProvision, PricePaid, CompetitiveCall, FrameFixedBeforehand)]
    [InlineData(WorkingForm.Subcontracting, PricePaid, FrameFixedBeforehand, WrittenAgreement)]
    [InlineData(WorkingForm.ProjectPartnership, AimsSetTogether, MutualContributions, JointProject, PublicProcedure, WrittenAgreement)]
    [InlineData(WorkingForm.FormalPartnership, PublicProcedure, WrittenAgreement, BetweenInstitutions, Charter)]
    [InlineData(WorkingForm.FormalNetwork, BetweenInstitutions, WrittenAgreement, Charter)]
    [InlineData(WorkingForm.SecondaryNetwork, WrittenAgreement)]
    [InlineData(WorkingForm.AddressBook, BetweenInstitutions)]
    [InlineData(WorkingForm.PrimaryNetwork)]
    public void Each_form_is_found_from_its_facts(WorkingForm form, params RelationQuestion[] yes)
    {
        var found = RelationReading.Of(Facts(yes)).Form;
        found.Found.ShouldBe(form);
        found.Because.ShouldNotBeEmpty();
        found.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_known_decides_nothing_and_says_what_to_ask_first()
    {
        var form = RelationReading.Of(new(new Dictionary<RelationQuestion, bool>())).Form;
        form.Found.ShouldBeNull();
        form.Possible.Count.ShouldBe(13);
        form.Missing.ShouldBe([SameOrganisation]);
    }

    [Fact]
    public void Control_is_never_called_partnership() // R9
    {
        var reading = RelationReading.Of(Facts(AuthorityJudges, AimsSetTogether, MutualContributions, JointProject), declared: WorkingForm.ProjectPartnership);
        reading.Form.Found.ShouldBe(WorkingForm.Control);
        reading.Gaps.ShouldBe([Gap.ControlByAnotherName]);
    }

    [Fact]
    public void Forced_cooperation_is_called_by_its_name() // R9
    {
        var reading = RelationReading.Of(Facts(CommonLegalBody, SharedGovernance, MergerPath), WorkingForm.FederativeCooperation, Freedom.Free);
        reading.Gaps.ShouldBe([Gap.None, Gap.ImposedCalledFree]);
        reading.LeadsToMerger.ShouldBe(true);
        RelationReading.Of(Facts(FreeEntry, FreeExit, Incentive)).Freedom.Found.ShouldBe(Freedom.Incited);
        RelationReading.Of(Facts(FreeEntry, FreeExit)).Freedom.Found.ShouldBe(Freedom.Free);
        RelationReading.Of(Facts(FreeEntry)).Freedom.Found.ShouldBe(Freedom.Imposed);
    }

    [Fact]
    public void Regulation_has_three_modes()
    {
        RelationReading.Of(Facts(CompetitiveCall, NegotiatedRules)).Regulation.Found.ShouldBe(Regulation.Competitive);
        RelationReading.Of(Facts(NegotiatedRules)).Regulation.Found.ShouldBe(Regulation.AgreementBased);
        RelationReading.Of(Facts()).Regulation.Found.ShouldBe(Regulation.Tutelary);
    }

    [Fact]
    public void What_is_not_known_is_neither_yes_nor_no()
    {
        var known = Facts(PricePaid).Answers.Where(a => a.Key is not CompetitiveCall).ToDictionary(a => a.Key, a => a.Value);
        var reading = RelationReading.Of(new(known), declared: WorkingForm.ServiceProvision);
        reading.Form.Found.ShouldBeNull();
        reading.Form.Possible.ShouldBe([WorkingForm.ServiceProvision, WorkingForm.PrimaryNetwork]);
        reading.Form.Missing.ShouldBe([CompetitiveCall]);
        reading.Gaps.ShouldBe([Gap.NotKnown]);
        RelationReading.Of(new(known), declared: WorkingForm.Team).Gaps.ShouldBe([Gap.OtherForm]);
    }

    [Fact]
    public void More_facts_never_bring_back_a_form_nor_change_one_that_was_found() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var chance = new Random(seed);
        var all = Questions.ToDictionary(q => q, _ => chance.Next(2) == 0);
        var some = all.Where(_ => chance.Next(2) == 0).ToDictionary(a => a.Key, a => a.Value);
        var (before, after) = (RelationReading.Of(new(some)).Form, RelationReading.Of(new(all)).Form);
        after.Possible.ShouldBeSubsetOf(before.Possible);
        if (before.Found is { } found) after.Found.ShouldBe(found);
        after.Missing.ShouldBeEmpty();
        (before.Found is null && before.Possible.Count > 0).ShouldBe(before.Missing.Count > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_profile_shows_each_partner_and_no_mean()
    {
        var profile = ParityProfile.Of([
            new Dictionary<ParityCondition, ParityAnswer> { [ParityCondition.SharedTrust] = ParityAnswer.Yes, [ParityCondition.Parity] = ParityAnswer.Yes },
            new Dictionary<ParityCondition, ParityAnswer> { [ParityCondition.SharedTrust] = ParityAnswer.No, [ParityCondition.Parity] = ParityAnswer.Partly },
        ]);
        profile.Lines.Count.ShouldBe(9);
        profile.Divergences.Select(l => l.Condition).ShouldBe([ParityCondition.SharedTrust, ParityCondition.Parity]);
        profile.Divergences[0].Least.ShouldBe(ParityAnswer.No);
        profile.Lines[0].Unanswered.ShouldBe(2);
        profile.Lines[0].Divergence.ShouldBeNull();
        Should.Throw<ArgumentException>(() => ParityProfile.Of([new Dictionary<ParityCondition, ParityAnswer>()]));
    }

    [Fact]
    public void Three_conditions_and_a_motive_make_ready()
    {
        var answers = Enum.GetValues<ReadinessQuestion>().ToDictionary(q => q, q => q != ReadinessQuestion.CommunityOfFate);
        CooperationReadiness.Of(answers).IsReady.ShouldBe(true);
        answers[ReadinessQuestion.CulturalProximity] = false;
        CooperationReadiness.Of(answers).IsReady.ShouldBe(false);
        answers.Remove(ReadinessQuestion.CulturalProximity);
        CooperationReadiness.Of(answers).IsReady.ShouldBeNull();
        CooperationReadiness.Of(answers).NotKnown.ShouldBe([ReadinessQuestion.CulturalProximity]);
        answers[ReadinessQuestion.CommonInterest] = false;
        CooperationReadiness.Of(answers).IsReady.ShouldBe(false);
    }
}
