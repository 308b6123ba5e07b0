using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>Something that must be true of a space before anyone enters it: at each start, and after a restore.</summary>
public interface IOnPrepared
{
    Task Handle(Space space, TrameDb db, CancellationToken stop);
}
