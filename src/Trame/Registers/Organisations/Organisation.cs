using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Registers.Organisations;

/// <summary>Who carries what happens: a commune, an association, a collective without legal form. Closed, never deleted.</summary>
public sealed class Organisation : IVersioned
{
    private Organisation() { }

    public Organisation(OrganisationKind kind, string name, string slug, Guid territoryId, string source, Instant at)
    {
        Kind = kind;
        Name = name;
        Slug = slug;
        TerritoryId = territoryId;
        Source = source;
        SourceAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public OrganisationKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }

    /// <summary>Codes by scheme: siret, rna, bce...</summary>
    public Dictionary<string, string> Codes { get; private set; } = [];
    public string? Address { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public string? Website { get; private set; }
    public string Source { get; private set; } = "";
    public Instant SourceAt { get; private set; }
    public Instant? ClosedAt { get; private set; }
    public Guid? MergedIntoId { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Describe(OrganisationKind kind, string name, string? address, string? phone, string? email, string? website, string source, Instant at)
    {
        if (Blank.Is(name)) return new Refusal("organisations.name.missing", nameof(Name));
        if (name.Length > 150) return new Refusal("organisations.name.long", nameof(Name), "150");
        if (string.IsNullOrWhiteSpace(source)) return new Refusal("organisations.source.missing", nameof(Source));
        (Kind, Name, Address, Phone, Email, Website, Source, SourceAt) = (kind, name.Trim(), address, phone, email, website, source, at);
        return Outcome.Done;
    }

    /// <summary>Says one field as the register writes it; an empty text says nothing of it.</summary>
    internal void Say(OrganisationField field, string value)
    {
        var said = value.Length > 0 ? value : null;
        switch (field.Key)
        {
            case "name": Name = said ?? Name; break; // an organisation always has a name, a kind, a commune and a source
            case "kind": Kind = EnumWords.TryRead<OrganisationKind>(said, out var kind) ? kind : Kind; break;
            case "territory": TerritoryId = Guid.TryParse(said, out var territory) ? territory : TerritoryId; break;
            case "address": Address = said; break;
            case "phone": Phone = said; break;
            case "email": Email = said; break;
            case "website": Website = said; break;
            case "source": Source = said ?? Source; break;
            default: Identify(field.Key, value); break;
        }
    }

    /// <summary>A code by its scheme; an empty one is taken away.</summary>
    public void Identify(string scheme, string value)
    {
        Codes = new(Codes);
        if (value.Length > 0) Codes[scheme] = value;
        else Codes.Remove(scheme);
    }

    public void MoveTo(Guid territoryId) => TerritoryId = territoryId;

    public Outcome Close(Instant at)
    {
        ClosedAt ??= at;
        return Outcome.Done;
    }

    public Outcome Reopen()
    {
        if (MergedIntoId is not null) return new Refusal("organisations.reopen.merged");
        ClosedAt = null;
        return Outcome.Done;
    }

    /// <summary>Two records of the same organisation become one. What the one that stays did not say, the other says; the other keeps all it said.</summary>
    /// <param name="theirs">Keys of the fields for which the duplicate's word is shown from now on.</param>
    public Outcome Absorb(Organisation duplicate, IReadOnlyCollection<string> theirs, Instant at)
    {
        if (duplicate.Id == Id) return new Refusal("organisations.merge.itself");
        if (MergedIntoId is not null || duplicate.MergedIntoId is not null) return new Refusal("organisations.merge.already");
        if (ClosedAt is not null) return new Refusal("organisations.merge.closed", null, Name);
        var fields = OrganisationField.All.Where(f => f.Key != "source" && f.Read(duplicate).Length > 0).ToList();
        var taken = fields.Where(f => f.Read(this).Length == 0 || theirs.Contains(f.Key)).Where(f => f.Read(this) != f.Read(duplicate)).ToList();
        foreach (var field in taken) Say(field, field.Read(duplicate));
        Codes = duplicate.Codes.Concat(Codes).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        if (taken.Count > 0 && Source != duplicate.Source) Source = $"{Source} ; {duplicate.Source}";
        (duplicate.MergedIntoId, duplicate.ClosedAt) = (Id, duplicate.ClosedAt ?? at);
        return Outcome.Done;
    }

    /// <summary>Undoes a merge on the side of the record that had disappeared.</summary>
    /// <param name="wasOpen">It was the merge that had closed it.</param>
    public Outcome Split(bool wasOpen)
    {
        if (MergedIntoId is null) return new Refusal("organisations.split.not-merged");
        (MergedIntoId, ClosedAt) = (null, wasOpen ? null : ClosedAt);
        return Outcome.Done;
    }

    /// <summary>Takes back what one change said: the fields that nobody changed since say again what they said.</summary>
    /// <returns>How many fields.</returns>
    public int TakeBack(Revision change, IReadOnlyCollection<string>? only = null)
    {
        var back = OrganisationField.Changed(change).Where(c => c.After == c.Field.Read(this) && only?.Contains(c.Field.Key) != false).ToList();
        foreach (var (field, before, _) in back) Say(field, before);
        return back.Count;
    }
}
