using NodaTime;
using Trame.Foundation.Data;

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
        if (string.IsNullOrWhiteSpace(name)) return new Refusal("organisations.name.missing", nameof(Name));
        if (name.Length > 150) return new Refusal("organisations.name.long", nameof(Name), "150");
        if (string.IsNullOrWhiteSpace(source)) return new Refusal("organisations.source.missing", nameof(Source));
        (Kind, Name, Address, Phone, Email, Website, Source, SourceAt) = (kind, name.Trim(), address, phone, email, website, source, at);
        return Outcome.Done;
    }

    public void Identify(string scheme, string value) => Codes = new(Codes) { [scheme] = value };

    public void Close(Instant at) => ClosedAt = at;

    public void Reopen() => (ClosedAt, MergedIntoId) = (null, null);

    public void MergeInto(Organisation other, Instant at) => (MergedIntoId, ClosedAt) = (other.Id, at);
}
