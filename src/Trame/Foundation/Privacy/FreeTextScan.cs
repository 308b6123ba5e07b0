namespace Trame.Foundation.Privacy;

/// <summary>Looks through free text about people for what should not be kept (R4) or would be better kept elsewhere. It warns and never refuses: the words may be in their place.</summary>
/// <remarks>Words are compared whole, whatever their accents, number or gender. Both languages are looked for in every text, because people mix them.
/// Thread-safe; time grows with the length of the text.</remarks>
public sealed class FreeTextScan
{
    private readonly SensitiveLexicon _lexicon;

    /// <param name="lexicon">Lines of the lexicon files, one after the other.</param>
    public FreeTextScan(IEnumerable<string> lexicon) => _lexicon = new SensitiveLexicon(lexicon);

    /// <summary>The scan with the lexicons that come with Trame: every <c>lexique.*.txt</c> of the folder.</summary>
    /// <exception cref="FileNotFoundException">The folder holds none: a scan that finds nothing would be worse than none.</exception>
    public static FreeTextScan FromFolder(string folder)
    {
        var files = Directory.GetFiles(folder, "lexique.*.txt");
        if (files.Length == 0) throw new FileNotFoundException($"No lexique.*.txt in {folder}.");
        Array.Sort(files, StringComparer.Ordinal);
        return new FreeTextScan(files.SelectMany(file => File.ReadLines(file)));
    }

    /// <summary>The lexicons beside the programme.</summary>
    public static FreeTextScan Shipped() => FromFolder(Path.Combine(AppContext.BaseDirectory, "data", "privacy"));

    /// <summary>What was found, in the order of the text; findings do not overlap.</summary>
    public IReadOnlyList<ScanFinding> Scan(string text)
    {
        var findings = SensitiveNumbers.In(text).Concat(Words(text)).OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length);
        var kept = new List<ScanFinding>();
        var end = 0;
        foreach (var finding in findings)
        {
            if (finding.Start < end) continue; // the same digits read twice: the longer reading is the right one
            kept.Add(finding);
            end = finding.Start + finding.Length;
        }
        return kept;
    }

    private IEnumerable<ScanFinding> Words(string text)
    {
        var words = TextWord.Of(text);
        for (var at = 0; at < words.Count; at++)
        {
            if (_lexicon.At(words, at) is not { } run) continue;
            var last = words[at + run.Words - 1];
            if (run.Category is { } category) yield return new(words[at].Start, last.Start + last.Length - words[at].Start, category);
            at += run.Words - 1;
        }
    }
}
