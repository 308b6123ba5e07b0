namespace Trame.Tests.House;

/// <summary>Tables as one database holds them, or as the model says them, in words that can be compared.</summary>
internal sealed record Schema(IReadOnlyDictionary<string, SchemaTable> Tables)
{
    /// <summary>What the migrations make and the model does not know, each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exempt = new Dictionary<string, string>
    {
        ["schema_version"] = "written by the migrator before any model exists",
        ["occasion_fts"] = "full text, SQLite only: a virtual table that the model cannot map",
        ["occasion_fts_config"] = "made by FTS5 for occasion_fts",
        ["occasion_fts_content"] = "made by FTS5 for occasion_fts",
        ["occasion_fts_data"] = "made by FTS5 for occasion_fts",
        ["occasion_fts_docsize"] = "made by FTS5 for occasion_fts",
        ["occasion_fts_idx"] = "made by FTS5 for occasion_fts",
        ["occasion.seq"] = "the number that the full-text index of SQLite points to",
        ["occasion.search"] = "full text, PostgreSQL only: a tsvector that we fill ourselves",
    };

    /// <summary>Every difference, both ways, in sentences.</summary>
    public IEnumerable<string> Against(Schema model)
    {
        foreach (var missing in model.Tables.Keys.Except(Tables.Keys)) yield return $"the database lacks the table {missing}";
        foreach (var stray in Tables.Keys.Except(model.Tables.Keys).Where(t => !Exempt.ContainsKey(t))) yield return $"the model does not know the table {stray}";
        foreach (var (name, table) in Tables)
            if (model.Tables.TryGetValue(name, out var said))
                foreach (var difference in table.Against(said)) yield return $"{name}: {difference}";
    }
}
