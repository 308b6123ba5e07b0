namespace Trame.Foundation.Data;

/// <summary>What a room must redo after rows came in bulk, past its hooks: a search index, a derived table.</summary>
public interface IAfterBulk
{
    Task Run(TrameDb db, CancellationToken stop);
}
