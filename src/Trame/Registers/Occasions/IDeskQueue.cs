using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>A queue of the desk that another room knows how to fill. Words on screen: <c>desk.queue.{name}</c>, <c>.title</c> and <c>.act</c>.</summary>
public interface IDeskQueue
{
    string Name { get; }

    /// <summary>Where one puts a record right: the last part of its address.</summary>
    string Remedy { get; }

    /// <summary>For whom it is.</summary>
    Foundation.Web.Act Only { get; }

    IQueryable<Occasion> Of(TrameDb db, IQueryable<Occasion> living);
}
