namespace Trame.Observe.Api;

/// <summary>Something that another record names: a commune, an organisation.</summary>
/// <param name="Slug">Its short name, in the addresses of its page and of searches.</param>
public sealed record NamedView(Guid Id, string Name, string Slug)
{
    /// <summary>Insee or NIS code of a commune.</summary>
    public string? Code { get; init; }
}
