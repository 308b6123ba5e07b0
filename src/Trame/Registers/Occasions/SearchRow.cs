using System.Globalization;
using System.Text;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Registers.Occasions;

/// <summary>What the full-text index keeps of one occasion: its words, folded and stemmed by us, and its tags.</summary>
internal sealed record SearchRow(Guid Id, string Words, string Tags)
{
    private const int LastPosition = 16_383; // PostgreSQL keeps no position beyond

    public static SearchRow Of(Occasion o, OpenWeek week, string territory, string organisation)
    {
        var said = o.Fields.Select(c => $"occasions.fields.{c}").Concat(o.Audiences.Select(c => $"occasions.audiences.{c}")).Concat(o.Ties.Select(c => $"occasions.ties.{c}"))
            .Prepend($"occasions.type.{o.Type}").Where(Texts.Has).Select(key => Texts.In("fr", key));
        // One field per line: a phrase never runs from one field into the next by more than chance.
        var text = string.Join('\n', [o.Name, o.Summary, o.Offers, o.LastingReason, o.Address, o.PostalCode, territory, organisation, .. o.Stops.Select(s => s.Name), .. said, o.Description]);
        return new SearchRow(o.Id, FrenchTokens.Index(text), string.Join(' ', OccasionTags.Of(o, week)));
    }

    /// <summary>The same as a PostgreSQL tsvector: words of weight A, tags of weight B, positions ours, so that its own parser never cuts a word.</summary>
    public string AsVector()
    {
        var places = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var position = 1;
        foreach (var (word, weight) in Split(Words).Select(w => (w, 'A')).Concat(Split(Tags).Select(t => (t, 'B'))))
        {
            if (!places.TryGetValue(word, out var at)) places[word] = at = new StringBuilder();
            at.Append(at.Length == 0 ? ':' : ',').Append(CultureInfo.InvariantCulture, $"{Math.Min(position++, LastPosition)}{weight}");
        }

        return string.Join(' ', places.Select(p => $"{SearchMatch.Lexeme(p.Key)}{p.Value}"));
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
