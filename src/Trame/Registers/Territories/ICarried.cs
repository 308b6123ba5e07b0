namespace Trame.Registers.Territories;

/// <summary>A room whose records are carried by organisations, or stand in a territory, says which, without this room knowing it.</summary>
public interface ICarried
{
    Task<IReadOnlyList<CarriedLine>> By(Guid organisationId, CancellationToken stop);

    Task<IReadOnlyList<CarriedLine>> In(Guid territoryId, CancellationToken stop);
}
