using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>Something that waits for someone at the desk in another room, beside the queues of the register: how many, and where to go.</summary>
public interface IDeskCount
{
    /// <summary>For whom it is.</summary>
    Foundation.Web.Act Only { get; }

    /// <summary>Only what waits: nothing when nothing does.</summary>
    Task<IReadOnlyList<DeskCount>> Of(TrameDb db, CancellationToken stop);
}
