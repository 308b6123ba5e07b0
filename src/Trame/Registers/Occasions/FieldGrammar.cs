using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>Fields that have a grammar of their own: opening hours (OSM) and recurrences (RFC 5545).</summary>
internal static class FieldGrammar
{
    public static Outcome Hours(OccasionField field, ref string text) => Outcome.Done;

    public static Outcome Recurrence(OccasionField field, ref string text) => Outcome.Done;
}
