namespace Trame.Connect.SharedPlaces;

/// <summary>What is shared: of a third place, or in between the homes of a building.</summary>
public enum SpaceKind { Room, Workshop, Machine, Kitchen, Plot, Laundry, Garden, Playroom, Hall }
