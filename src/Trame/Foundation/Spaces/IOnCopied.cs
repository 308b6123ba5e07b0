using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>What lives beside the tables of the model (a search index) and must be made again once rows came in bulk.</summary>
public interface IOnCopied
{
    Task Handle(TrameDb db, CancellationToken stop);
}
