namespace Trame.Connect.SharedPlaces;

/// <summary>What a member chose to give: nobody asks why.</summary>
public enum PriceTier { Solidarity, Usual, Support }
