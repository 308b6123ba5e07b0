namespace Trame.Registers.Organisations;

public enum OrganisationKind
{
    Commune,
    Intercommunality,
    Department,
    Region,
    Caf,
    Ccas,
    StateService,
    SocialLandlord,
    Association,
    Collective,
    Company,
    School,
    Health,
    Other,
}
