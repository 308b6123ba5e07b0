using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;

namespace Trame.Cooperate.Agreements;

/// <summary>
/// Two sides promise each other things. Holds: what is written here is a draft until both signed a <see cref="ContractVersion"/> of it; a circle comes before
/// a sanction; what ended stays readable.
/// </summary>
public sealed class Contract : IVersioned
{
    public const int NameLength = 150;
    public const int NoteLength = 500;
    private const int MostEvents = 200;

    private Contract() { }

    public Contract(string name, string slug, Guid territoryId, Guid? projectId, Guid firstId, Guid secondId, Guid? renewsId = null) =>
        (Name, Slug, TerritoryId, ProjectId, FirstId, SecondId, RenewsId) = (name, slug, territoryId, projectId, firstId, secondId, renewsId);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }

    /// <summary>The contract that this one goes on from.</summary>
    public Guid? RenewsId { get; private set; }

    /// <summary>The text being written; nobody is bound by it.</summary>
    public ContractText Draft { get; private set; } = ContractText.Empty;
    public List<Review> Reviews { get; private set; } = [];
    public List<Breach> Breaches { get; private set; } = [];
    public LocalDate? EndedOn { get; private set; }
    public string EndNote { get; private set; } = "";
    public int Version { get; private set; } = 1;

    public Guid OrganisationOf(Side side) => side == Side.First ? FirstId : SecondId;

    public Outcome Write(ContractText draft)
    {
        if (EndedOn is not null) return new Refusal("agreements.ended.already");
        Draft = draft;
        return Outcome.Done;
    }

    public Outcome Meet(LocalDate day, string note)
    {
        if (EndedOn is not null) return new Refusal("agreements.ended.already");
        if (Reviews.Count >= MostEvents) return new Refusal("agreements.too-many");
        Reviews = [.. Reviews, new Review(LocalDatePattern.Iso.Format(day), note)];
        return Outcome.Done;
    }

    public Outcome Report(Guid clauseId, LocalDate day, string what)
    {
        if (EndedOn is not null) return new Refusal("agreements.ended.already");
        if (Breaches.Count >= MostEvents) return new Refusal("agreements.too-many");
        Breaches = [.. Breaches, new Breach(Guid.CreateVersion7(), clauseId, LocalDatePattern.Iso.Format(day), what)];
        return Outcome.Done;
    }

    public Outcome Circle(Guid breachId, LocalDate day, string agreed)
    {
        if (Breaches.FirstOrDefault(b => b.Id == breachId) is not { } breach) return Refusal.Gone;
        if (breach.CircleOn.Length > 0) return new Refusal("agreements.circle.already");
        return Change(breach with { CircleOn = LocalDatePattern.Iso.Format(day), Agreed = agreed });
    }

    public Outcome Sanction(Guid breachId, string what)
    {
        if (Breaches.FirstOrDefault(b => b.Id == breachId) is not { } breach) return Refusal.Gone;
        if (breach.CircleOn.Length == 0) return new Refusal("agreements.sanction.no-circle", "BreachNote");
        return breach.Sanction.Length > 0 ? new Refusal("agreements.sanction.already") : Change(breach with { Sanction = what });
    }

    public Outcome End(LocalDate day, string note)
    {
        if (EndedOn is not null) return new Refusal("agreements.ended.already");
        (EndedOn, EndNote) = (day, note);
        return Outcome.Done;
    }

    /// <summary>Two records of one organisation became one, or are two again; what was signed keeps the names it was signed with.</summary>
    public void Follow(Guid from, Guid to) => (FirstId, SecondId) = (FirstId == from ? to : FirstId, SecondId == from ? to : SecondId);

    private Outcome Change(Breach breach)
    {
        Breaches = [.. Breaches.Select(b => b.Id == breach.Id ? breach : b)];
        return Outcome.Done;
    }
}
