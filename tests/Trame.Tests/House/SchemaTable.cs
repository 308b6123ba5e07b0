namespace Trame.Tests.House;

/// <summary>One table: its columns (type, then « null » or « not null »), its key, its indexes (« unique » in front) and links, each as a line of text.</summary>
internal sealed record SchemaTable(string Name, IReadOnlyDictionary<string, string> Columns, IReadOnlySet<string> Indexes, IReadOnlySet<string> Links)
{
    public IEnumerable<string> Against(SchemaTable model)
    {
        foreach (var missing in model.Columns.Keys.Except(Columns.Keys)) yield return $"lacks the column {missing}";
        foreach (var stray in Columns.Keys.Except(model.Columns.Keys).Where(c => !Schema.Exempt.ContainsKey($"{Name}.{c}"))) yield return $"the model does not know the column {stray}";
        foreach (var (column, shape) in Columns)
            if (model.Columns.TryGetValue(column, out var said) && said != shape) yield return $"{column} is {shape}, the model says {said}";
        foreach (var missing in model.Indexes.Except(Indexes)) yield return $"lacks the index {missing}";
        foreach (var stray in Indexes.Except(model.Indexes)) yield return $"the model does not know the index {stray}";
        foreach (var missing in model.Links.Except(Links)) yield return $"lacks the link {missing}";
        foreach (var stray in Links.Except(model.Links)) yield return $"the model does not know the link {stray}";
    }
}
