using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>One territory's database, as the directory knows it: where it lives and under which address it answers.</summary>
public sealed record Space(string Slug, string Name, Provider Provider, string Connection, string? Host, bool IsDemo, bool IsArchived);
