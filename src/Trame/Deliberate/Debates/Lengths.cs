using Trame.Foundation.Data;

namespace Trame.Deliberate.Debates;

/// <summary>Texts that are longer than their question takes, each by its name.</summary>
public static class Lengths
{
    public static IEnumerable<Refusal> Wrong(params IEnumerable<(string Field, string Text, int Most)> texts) =>
        texts.Where(t => t.Text.Trim().Length > t.Most).Select(t => new Refusal("occasions.field.long", t.Field, $"{t.Most}", $"{t.Text.Trim().Length}"));
}
