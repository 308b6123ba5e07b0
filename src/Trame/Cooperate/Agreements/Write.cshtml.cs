using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Cooperate.Agreements;

/// <summary>The draft, both sides on one form: what is there, and an empty line on each side.</summary>
public sealed class WritePage(TrameDb db, ReadContract read, WriteContract write) : ContractPage(db, read)
{
    private const int DaysAsked = 4;

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Purpose { get; set; } = "";

    [BindProperty] public string StartsOn { get; set; } = "";

    [BindProperty] public string EndsOn { get; set; } = "";

    [BindProperty] public List<string> Days { get; set; } = [];

    [BindProperty] public List<TypedClause> Clauses { get; set; } = [];

    /// <summary>Saved, and the form comes back with another empty line.</summary>
    [BindProperty] public bool More { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayDraft) return Forbidden();
        Fill(Contract.Draft);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayDraft) return Forbidden();
        foreach (var clause in Clauses) (clause.Side, clause.Kind, clause.What, clause.Quantity, clause.DueOn, clause.Proof) = (clause.Side ?? "", clause.Kind ?? "", clause.What ?? "", clause.Quantity ?? "", clause.DueOn ?? "", clause.Proof ?? "");
        var outcome = Warned([("agreements.purpose", Purpose), .. Clauses.SelectMany(c => ((string, string)[])[("agreements.clause.what.label", c.What), ("agreements.clause.proof.label", c.Proof)])])
            ? PeopleWarning.Refusal : await write.Handle(new(Contract.Id, Version, Purpose, StartsOn, EndsOn, [.. Days.Select(d => d ?? "")], Clauses), Actor, stop);
        if (outcome.Accepted)
        {
            Tell("agreements.write.done");
            return Redirect(More ? $"{Path}/ecrire" : Path);
        }

        Db.ChangeTracker.Clear();
        await Find(slug, stop);
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Version = Contract.Version; // what the other wrote is on the page of the contract; the next answer is against that
            ModelState.Remove(nameof(Version));
        }

        Complete();
        return Refused(outcome);
    }

    private void Fill(ContractText draft)
    {
        (Version, Purpose, StartsOn, EndsOn, Days) = (Contract.Version, draft.Purpose, draft.StartsOn, draft.EndsOn, [.. draft.ReviewsOn]);
        Clauses = [.. draft.Clauses.Select(c => new TypedClause { Id = c.Id, Side = EnumWords.Write(c.Side), Kind = EnumWords.Write(c.Kind), What = c.What, Quantity = ContractAmounts.Write(c.Kind, c.Quantity), DueOn = c.DueOn, Proof = c.Proof })];
        Complete();
    }

    // A line to fill on each side, and days to choose.
    private void Complete()
    {
        foreach (var side in EnumWords.Words<Side>().Where(s => Clauses.All(c => c.Side != s || !c.IsEmpty))) Clauses.Add(new TypedClause { Side = side });
        while (Days.Count < DaysAsked) Days.Add("");
    }
}
