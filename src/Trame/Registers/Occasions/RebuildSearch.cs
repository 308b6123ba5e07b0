using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Occasions;

/// <summary>After a copy in bulk, the full-text index is made again: it is not a table of the model.</summary>
internal sealed class RebuildSearch(OccasionSearch search) : IOnCopied
{
    public Task Handle(TrameDb db, CancellationToken stop) => search.RebuildAll(db, static _ => { }, stop);
}
