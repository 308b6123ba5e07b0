using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Cooperate.Agreements;

/// <summary>A contract on one page: the two sides and what each kept, the keys, the fingerprint, what happened; and the acts of who may.</summary>
public sealed class ShowPage(TrameDb db, ReadContract read, OfferContract offer, SignContract sign, KeepEvidence keep, TellContract tell) : ContractPage(db, read)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string SignSide { get; set; } = "";

    [BindProperty] public string SignedAs { get; set; } = "";

    [BindProperty] public string SignedOn { get; set; } = "";

    [BindProperty] public string Hash { get; set; } = "";

    [BindProperty] public string KeptAt { get; set; } = "";

    [BindProperty] public Guid ClauseId { get; set; }

    [BindProperty] public string What { get; set; } = "";

    [BindProperty] public string Quantity { get; set; } = "1";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public Guid EvidenceId { get; set; }

    [BindProperty] public int EvidenceVersion { get; set; }

    [BindProperty] public string Event { get; set; } = "review";

    [BindProperty] public Guid? About { get; set; }

    [BindProperty] public string EventDay { get; set; } = "";

    [BindProperty] public string Note { get; set; } = "";

    public string Sent { get; private set; } = "";

    public Project? Project { get; private set; }

    /// <summary>Somebody of one side only: whoever holds both keys turns neither.</summary>
    public bool MaySign => Rights.May(Actor, AgreementActs.Sign, Contract.FirstId) != Rights.May(Actor, AgreementActs.Sign, Contract.SecondId);

    public bool MayRecordPaper => !MaySign && Rights.May(Actor, AgreementActs.RecordPaper, Contract);

    /// <summary>The sides whose key is still to be turned, and that this actor may turn.</summary>
    public IReadOnlyList<Side> SidesToSign => State.Offered is not { } offered ? []
        : [.. Enum.GetValues<Side>().Where(s => State.SignaturesOf(offered).All(k => k.Side != s) && (MayRecordPaper || Rights.May(Actor, AgreementActs.Sign, Contract.OrganisationOf(s))))];

    /// <summary>The draft says something else than the last text offered.</summary>
    public bool MayOffer => Contract.Draft.Clauses.Count > 0 && (State.Versions.LastOrDefault() is not { } last || !Same(last.Content, Contract.Draft));

    public IReadOnlyList<StepView> Steps =>
    [
        .. ((ContractStage[])[ContractStage.Draft, ContractStage.Offered, ContractStage.Signed, ContractStage.Ended])
            .Select(s => new StepView(Texts.Get($"agreements.step.{EnumWords.Write(s)}"), At(s) < At(State.Stage) || (s == State.Stage && s == ContractStage.Ended) ? StepState.Done : At(s) == At(State.Stage) ? StepState.Current : StepState.ToCome)),
    ];

    public static string Grouped(string hash) => string.Join(' ', hash.Chunk(8).Select(c => new string(c)));

    /// <summary>What a side brings in all, kind by kind: hours are never turned into euros.</summary>
    public IEnumerable<string> Totals(Side side) => State.Shown.Of(side).GroupBy(c => c.Kind).OrderBy(g => g.Key)
        .Select(g => g.Key is ClauseKind.Technique or ClauseKind.Upkeep
            ? $"{Texts.Get($"agreements.kind.{EnumWords.Write(g.Key)}").ToLower(System.Globalization.CultureInfo.CurrentUICulture)} {ContractAmounts.Say(g.Key, g.Sum(c => c.Quantity))}" : ContractAmounts.Say(g.Key, g.Sum(c => c.Quantity)));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        SignedOn = Day = EventDay = LocalDatePattern.Iso.Format(State.Today);
        return Page();
    }

    public Task<IActionResult> OnPostOfferAsync(string slug, CancellationToken stop) => Answer(slug, "offer", "agreements.offer.done", () => offer.Handle(new(Contract.Id, Version), Actor, stop), stop);

    public Task<IActionResult> OnPostSignAsync(string slug, CancellationToken stop) => Answer(slug, "sign", "agreements.sign.done", async () =>
        !EnumWords.TryRead<Side>(SignSide, out var side) ? new Refusal("agreements.sign.side.missing", "SignSide")
        : LocalDatePattern.Iso.Parse(SignedOn) is not { Success: true } day ? new Refusal("occasions.field.date", "SignedOn", SignedOn)
        : Warned(("agreements.sign.as.label", SignedAs), ("agreements.sign.kept-at.label", KeptAt)) ? PeopleWarning.Refusal
        : await sign.Handle(new(Contract.Id, Hash, side, SignedAs, day.Value, MayRecordPaper, KeptAt), Actor, stop), stop);

    public Task<IActionResult> OnPostEvidenceAsync(string slug, CancellationToken stop) => Answer(slug, "evidence", "agreements.evidence.done", async () =>
        LocalDatePattern.Iso.Parse(Day) is not { Success: true } day ? new Refusal("occasions.field.date", "Day", Day)
        : Warned(("agreements.evidence.what.label", What)) ? PeopleWarning.Refusal
        : await keep.Handle(new(Contract.Id, ClauseId, What, day.Value, Quantity), Actor, stop), stop);

    public Task<IActionResult> OnPostRemoveAsync(string slug, CancellationToken stop) => Answer(slug, "evidence", "projects.team.saved", () => keep.Remove(EvidenceId, EvidenceVersion, removed: true, Actor, stop), stop);

    public Task<IActionResult> OnPostTellAsync(string slug, CancellationToken stop) => Answer(slug, "tell", "projects.team.saved", async () =>
        !EnumWords.TryRead<ContractEvent>(Event, out var what) ? new Refusal("projects.step.unknown", "Event")
        : LocalDatePattern.Iso.Parse(EventDay) is not { Success: true } day ? new Refusal("occasions.field.date", "EventDay", EventDay)
        : Warned(("agreements.note", Note)) ? PeopleWarning.Refusal
        : await tell.Handle(new(Contract.Id, Version, what, About, day.Value, Note), Actor, stop), stop);

    private static int At(ContractStage stage) => stage switch { ContractStage.Draft => 0, ContractStage.Offered => 1, ContractStage.Ended => 3, _ => 2 };

    private static bool Same(ContractText one, ContractText other) => CanonicalText.Of("", 0, "", "", one) == CanonicalText.Of("", 0, "", "", other);

    private async Task<IActionResult> Answer(string slug, string sent, string told, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        Sent = sent;
        var outcome = await act();
        if (outcome.Refusals.Contains(Refusal.NotAllowed)) return Forbidden();
        if (outcome.Accepted)
        {
            Tell(told);
            return Redirect(Path);
        }

        Db.ChangeTracker.Clear();
        await Load(slug, stop);
        if (outcome.Refusals.Contains(Refusal.Conflict)) ModelState.Remove(nameof(Version));
        return Refused(outcome);
    }

    private async Task<bool> Load(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return false;
        var about = Contract.ProjectId;
        Project = about is null ? null : await Db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == about, stop);
        return true;
    }
}
