namespace Trame.Engines.Secrecy;

/// <summary>Looks at a publication beside the earlier ones: a difference between two dates or two overlapping areas may leave a group of one.</summary>
/// <remarks>
/// The differencing attack (Duke-Williams and Rees 1998, on overlapping geographies). Every published count is an equation over the populations that it adds up, none below zero. For
/// each population that no equation splits, each figure, and for each two figures that overlap what one has and the other has not, and what both have, two linear programs over all
/// equations give the interval a reader deduces. It is refused when the interval stands within [1, threshold − 1] and did not before: someone is there, and too few. Counts are whole:
/// bounds are rounded inwards. Hidden figures are left out of the lists: the reader has no equation for them. At most figures² / 2 groups, two linear programs each.
/// </remarks>
public static class PublicationWatch
{
    /// <summary>Decides, with the reasons.</summary>
    /// <param name="published">What readers already have.</param>
    /// <param name="proposed">What would be added.</param>
    /// <param name="threshold">Least size of a group that may be known; 11 by default, above 1.</param>
    /// <param name="stop">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">A figure has no part, a part twice, or a count below zero or not finite; or the threshold is not above 1.</exception>
    public static PublicationVerdict Of(IReadOnlyList<PublishedFigure> published, IReadOnlyList<PublishedFigure> proposed, double threshold = 11, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(proposed);
        if (!(threshold > 1) || !double.IsFinite(threshold)) throw new ArgumentException("a threshold is above 1.", nameof(threshold));
        PublishedFigure[] all = [.. published, .. proposed];
        foreach (var figure in all)
            if (figure.Parts.Count == 0 || figure.Parts.Distinct(StringComparer.Ordinal).Count() != figure.Parts.Count || !(figure.Count >= 0) || !double.IsFinite(figure.Count))
                throw new ArgumentException($"{figure.Publication}: a figure has parts, each once, and a count from 0 up.");
        var populations = new Populations(all);
        var (before, after) = (populations.Reader(published.Count), populations.Reader(all.Length));
        if (!after.Agrees(stop)) return new(true, []);
        var found = new List<Deduction>();
        foreach (var group in populations.Groups())
        {
            stop.ThrowIfCancellationRequested();
            if (after.Deduce(group, stop) is not { } known || !Small(known)) continue;
            if (published.Count > 0 && before.Deduce(group, stop) is { } already && Small(already)) continue;
            found.Add(new(populations.Parts(group), known.Least, known.Most, known.Because));
        }

        return new(false, found);

        bool Small((double Least, double Most, IReadOnlyList<int>) known) => known.Least >= 1 && known.Most < threshold;
    }
}
