using Trame.Foundation.Data;

namespace Trame.Foundation.Privacy;

/// <summary>A room forgets somebody who leaves, inside the transaction that erases them. After it, none of its rows leads to that person.</summary>
public interface IForgetPerson
{
    /// <summary>What stands where a name stood.</summary>
    const string Gone = "—";

    Task Handle(TrameDb db, ErasedPerson person, CancellationToken stop);
}
