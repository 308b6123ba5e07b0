using Trame.Engines.Files;

namespace Trame.Engines.Indicators;

/// <summary>The definition of an index as a JSON file; the fields are told in docs/methods/indicateurs-composites.md.</summary>
/// <remarks>Strict: a field nobody reads, a name said twice, a word that is not expected, a number outside its range is refused, the first one with its line and column. O(length).</remarks>
public static class CompositeSpecFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">All of it.</param>
    public static SpecReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (spec, fault) = SpottedFile.Read(text, root => new SpecParsing(root).Spec());
        return fault is null ? new(spec, null) : new(null, new(fault.As<SpecFault>(), fault.Line, fault.Column, fault.Detail));
    }
}
