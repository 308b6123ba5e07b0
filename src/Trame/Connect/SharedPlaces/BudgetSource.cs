namespace Trame.Connect.SharedPlaces;

/// <summary>Where the money of a place comes from, or goes.</summary>
public enum BudgetSource { Memberships, Sales, Grants, Catering, Gifts, Spending }
