using System.Globalization;
using Trame.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = Options.Read(args);
switch (args.FirstOrDefault())
{
    case "opinion-map": OpinionMaps.Run(options); break;
    case "groups": GroupsOrNone.Run(options); return 0;
    case "pages": await PagesOfATerritory.Run(options); break;
    case "france": await FranceInOneSpace.Run(options); break;
    case "optimization": SolversSideBySide.Run(); break;
    case "rebuild": await ReadModelsAgain.Run(options); break;
    case "sortition": Lotteries.Run(); return 0;
    case "fair-budget": FairBudgets.Run(options); break;
    case "communities": CommunitiesFound.Run(options); break;
    case "opportunities": Opportunities.Run(options); return 0;
    case "mixing": Mixings.Run(); break;
    case "secrecy": Secrecies.Run(options); break;
    case "composite": Composites.Run(); break;
    case "worksites": CitizenDays.Run(); break;
    case "projects": await ProjectsOfATerritory.Run(options); break;
    case "needs": await NeedsOfATerritory.Run(options); break;
    case "matching": PlacesMatched.Run(); break;
    case "rooms": await RoomsLive.Run(options); break;
    case "imports": if (await ListsTakenIn.Run(options) is not 0 and var refused) return refused; break;
    case "citizen-day": await DaysOfATerritory.Run(options); break;
    case "exports": await RegisterExported.Run(options); break;
    default:
        Console.Error.WriteLine("bench: pages | france | rebuild | optimization | sortition | opinion-map | groups | fair-budget | communities | opportunities | mixing | secrecy | composite | worksites | needs | matching | projects | rooms | exports | imports | citizen-day  [--data DIR] [--occasions N] [--facts N] [--requests N] [--lists DIR]   (bench/README.md says what each prints)");
        return 2;
}

Table.Print();
return 0;
