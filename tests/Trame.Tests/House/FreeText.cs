using System.Reflection;
using Trame.Foundation.Web;

namespace Trame.Tests.House;

/// <summary>Text that an act takes from a person (R4): free text is read again by the scan before the page calls the act; anything else has its reason here. A new one is in neither list, and the test says so.</summary>
internal static class FreeText
{
    /// <summary>Sentences of one's own: the page that sends them asks <c>Warned</c>.</summary>
    public static readonly IReadOnlySet<string> Scanned = new HashSet<string>
    {
        "AddOccasion.Values", "AddOccasion.Source", "DescribeOccasion.Values", "DescribeOccasion.Source", "ProposeOccasion.Values", "ProposeOccasion.Source",
        "CloseOccasion.Reason", "PauseOccasion.Reason", "ReopenOccasion.Reason", "ReviewProposal.Answer", "CancelOnce.Reason", "AdvanceProject.Reason", "AdvanceDispositif.Note", "StartDispositif.Name", "AddPhoto.Alt", "AddPhoto.Source", "ChangePhotos.alt", "ChangePhotos.source",
        "CloseOrganisation.Reason", "DescribeOrganisation.Source", "DescribeTerritory.Source", "DescribeMyself.Contacts",
        "CorrectImport.Source", "StartCampaign.Name", "StartFeed.Source",
        "AdvanceProject.Tried", "AdvanceProject.Learned", "AdvanceProject.Helped", "KeepWant.What", "KeepNotebook.What",
        "ProposeDebate.Name", "ProposeDebate.Object", "ProposeDebate.Place", "ProposeDebate.StartedBy", "FrameDebate.Name", "FrameDebate.Reason", "TellDebate.Text", "TellDebate.By", "TellDebate.First", "TellDebate.FirstProtects", "TellDebate.Second", "TellDebate.SecondProtects",
        "TellDebate.Common", "TellDebate.Settles", "TellDebate.Arbitration", "TellDebate.Changed", "MoveInRoom.argument", "RunRoom.statement", "RunRoom.argument", "RunRoom.note", "RunRoom.why", "KeepStatements.Text", "KeepStatements.Reason", "KeepStatements.appeal", "GuardCircle.output",
        "FrameBudget.Name", "KeepFiles.Name", "KeepFiles.What", "KeepFiles.Place", "KeepFiles.StartedBy", "KeepFiles.CostNote", "KeepFiles.Reason", "KeepFiles.appeal",
        "FrameConvention.Name", "RunPanel.Text", "RunPanel.Minority", "AnswerLetter.Note",
        "OpenShifts.Name", "OpenShifts.What", "CancelShift.why", "KeepCommons.mayUse", "KeepCommons.story", "KeepCommons.rules", "KeepCommons.what", "OpenDay.Name", "DescribeDay.Name", "KeepWorksite.Reason", "TellWorksite.Done",
        "StartContract.Name", "WriteContract.Purpose", "SignContract.SignedAs", "SignContract.KeptAt", "KeepEvidence.What", "TellContract.Note",
        "ExpressNeed.Words", "OfferResource.What", "OfferResource.Conditions", "TellConcern.Words", "TellConcern.Answer", "RunCrisis.Name", "RunCrisis.Thanks", "AdvanceOpportunity.Note", "AdvanceOpportunity.Learned",
        "OpenBank.Name", "OpenBank.Lead", "KeepPlace.Rules", "KeepPlace.Terms", "KeepPlace.What", "TellIncident.Words", "TellIncident.Answer",
    };

    public static readonly IReadOnlyDictionary<string, string> NotFree = new Dictionary<string, string>
    {
        ["StartDispositif.Key"] = "a word of a closed list",
        ["StartDispositif.Territory"] = "a word of a closed list",
        ["RecordDispositif.Documents"] = "a day",
        ["RecordDispositif.Seats"] = "a number",
        ["RecordDispositif.Amounts"] = "a number",
        ["StartImport.FileName"] = "the name of a file, shown to coordinators only",
        ["StartImport.Map"] = "a map of columns, read and written again by us",
        ["CorrectImport.Fields"] = "a word of a closed list",
        ["CorrectImport.Type"] = "a word of a closed list",
        ["CorrectImport.Key"] = "a row of a file, by its identifier",
        ["FrameConvention.Commune"] = "a word of a closed list",
        ["AnswerLetter.Key"] = "a code, or the number of a letter",
        ["AnswerLetter.Values"] = "a word of a closed list",
        ["AnswerLetter.Needs"] = "a word of a closed list",
        ["AnswerLetter.Exclusion"] = "a word of a closed list",
        ["AnswerLetter.Reach"] = "how to reach oneself, erased with the rest",
        ["RunPanel.Because"] = "a word of a closed list",
        ["CommitDraw.values"] = "public values: dice, numbers",
        ["DrawLetters.values"] = "public values: dice, numbers",
        ["FrameBudget.Commune"] = "a word of a closed list",
        ["KeepFiles.Known"] = "the address of a project, looked for and never kept",
        ["CastBallot.Code"] = "a code on a card, kept as a hash, or printed by us on a sheet",
        ["CastBallot.code"] = "a code on a card, kept as a hash",
        ["MakeToken.Partner"] = "the name of an organisation",
        ["MakeWebhook.Partner"] = "the name of an organisation",
        ["MakeWebhook.Url"] = "an address, checked",
        ["MakeWebhook.Kinds"] = "a word of a closed list",
        ["OpenSpace.siren"] = "a code of an official list",
        ["DescribeOrganisation.Codes"] = "a code of an official list",
        ["DescribeMyself.DisplayName"] = "what one is called, in one's own words about oneself",
        ["RegisterPerson.displayName"] = "what one is called, in one's own words about oneself",
        ["UseInvitation.DisplayName"] = "what one is called, in one's own words about oneself",
        ["DescribeMyself.Language"] = "a word of a closed list",
        ["UseInvitation.Language"] = "a word of a closed list",
        ["ReadJournal.kind"] = "a word of a closed list",
        ["DescribeOrganisation.Kind"] = "a word of a closed list",
        ["MergeOrganisations.FromDuplicate"] = "a word of a closed list",
        ["UndoInOrganisation.Only"] = "a word of a closed list",
        ["MergeOccasions.FromDuplicate"] = "a word of a closed list",
        ["ReviewProposal.Keep"] = "a word of a closed list",
        ["UndoRevision.Only"] = "a word of a closed list",
        ["ChooseSource.Field"] = "a word of a closed list",
        ["FindPeople.words"] = "looked for, never kept",
        ["SetPassword.Password"] = "a secret, kept as a hash",
        ["SetPassword.Again"] = "a secret, kept as a hash",
        ["UseInvitation.Token"] = "a secret, kept as a hash",
        ["DescribeTerritory.Population"] = "a number",
        ["DescribeTerritory.Year"] = "a number",
        ["DescribeTerritory.PostalCodes"] = "a number",
        ["DescribeTerritory.Latitude"] = "a number",
        ["DescribeTerritory.Longitude"] = "a number",
        ["Passkeys.credential"] = "an answer of the device, never kept",
        ["SetPassword.Login"] = "one's own login",
        ["DescribeOrganisation.Name"] = "the name and the whereabouts of an organisation",
        ["DescribeOrganisation.Territory"] = "the name and the whereabouts of an organisation",
        ["DescribeOrganisation.Address"] = "the name and the whereabouts of an organisation",
        ["DescribeOrganisation.Phone"] = "the name and the whereabouts of an organisation",
        ["DescribeOrganisation.Email"] = "the name and the whereabouts of an organisation",
        ["DescribeOrganisation.Website"] = "the name and the whereabouts of an organisation",
        ["ChangeSettings.Seen"] = "settings of the space, as they were shown",
        ["ChooseSource.Source"] = "a word that is already in the register",
        ["ChooseSource.Value"] = "a word that is already in the register",
        ["PledgeContribution.Name"] = "what one is called, in one's own words about oneself; forgotten in time",
        ["PledgeContribution.Reach"] = "how to reach who promises, forgotten in time",
        ["PledgeContribution.Quantity"] = "a number",
        ["ReceiveContribution.Quantity"] = "a number",
        ["KeepWant.Quantity"] = "a number",
        ["KeepNotebook.Day"] = "a day",
        ["KeepNotebook.Amount"] = "a number",
        ["KeepNotebook.Change"] = "a word of a closed list",
        ["TieProject.Target"] = "the address of a page of ours",
        ["OpenDay.Day"] = "a day",
        ["OpenDay.Territory"] = "the name of a commune",
        ["DescribeDay.Day"] = "a day",
        ["DescribeDay.StartsAt"] = "an hour",
        ["DescribeDay.EndsAt"] = "an hour",
        ["SignUpForDay.Languages"] = "a word of a closed list",
        ["SignUpForDay.Quarter"] = "one's own neighbourhood, forgotten in time",
        ["SignUpForDay.Reach"] = "how to reach who signs up, forgotten in time",
        ["WithdrawSignUp.Code"] = "a code of ours",
        ["LendHand.Name"] = "what one is called, in one's own words about oneself; forgotten in time",
        ["LendHand.Reach"] = "how to reach who lends a hand, forgotten in time",
        ["StepAside.code"] = "a code of ours",
        ["StepAside.name"] = "what one is called, in one's own words about oneself; forgotten in time",
        ["StepAside.reach"] = "how to reach who lends a hand, forgotten in time",
        ["WithdrawContribution.Code"] = "a code of ours",
        ["ProposeDebate.Commune"] = "a word of a closed list",
        ["ProposeDebate.About"] = "the address of a page of ours",
        ["MoveInRoom.Key"] = "a fingerprint of ours",
        ["MoveInRoom.key"] = "a fingerprint of ours",
        ["CastVotes.Key"] = "a fingerprint of ours",
        ["RunRoom.kind"] = "a word of a closed list",
        ["RunRoom.reason"] = "a word of a closed list",
        ["RunRoom.counts"] = "a number",
        ["RunRoom.cards"] = "numbers of cards and places",
        ["AnswerQuestions.Code"] = "a code of ours",
        ["AnswerQuestions.Signature"] = "a code of ours",
        ["StopAsking.Code"] = "a code of ours",
        ["StopAsking.Signature"] = "a code of ours",
        ["SendCampaign.Home"] = "the address of this space",
        ["StartFeed.Url"] = "an address, checked",
        ["StartFeed.Text"] = "a calendar of others; what seems to speak of somebody is shown before it is accepted",
        ["StartFeed.Territory"] = "a word of a closed list",
        ["StartContract.First"] = "the name of an organisation of the register",
        ["StartContract.Second"] = "the name of an organisation of the register",
        ["WriteContract.StartsOn"] = "a day",
        ["WriteContract.EndsOn"] = "a day",
        ["WriteContract.Days"] = "a day",
        ["SignContract.Hash"] = "a fingerprint of ours",
        ["KeepEvidence.Quantity"] = "a number",
        ["ExpressNeed.Kind"] = "a word of a closed list",
        ["ExpressNeed.Brings"] = "a word of a closed list",
        ["ExpressNeed.Age"] = "a word of a closed list",
        ["CareForNeed.Kind"] = "a word of a closed list",
        ["WithdrawCarnet.Code"] = "a code of ours",
        ["AskPeople.code"] = "a code of ours",
        ["KeepKind.Key"] = "a word of a closed list",
        ["KeepKind.French"] = "the name of a kind of help, said by the coordinator",
        ["KeepKind.English"] = "the name of a kind of help, said by the coordinator",
        ["KeepKind.FrenchMoment"] = "the name of a kind of help, said by the coordinator",
        ["KeepKind.EnglishMoment"] = "the name of a kind of help, said by the coordinator",
        ["RunCrisis.Services"] = "names and numbers of services, which is what is asked",
        ["OfferResource.Giver"] = "the name of an organisation or of a place of the register",
        ["OfferResource.Kinds"] = "a word of a closed list",
        ["OfferResource.Equipment"] = "a word of a closed list",
        ["OfferResource.Wish"] = "a word of a closed list",
        ["OfferResource.Seats"] = "a number",
        ["OfferResource.PerWeek"] = "a number",
        ["TellConcern.Reach"] = "how to answer who told, forgotten in time",
        ["OpenBank.Commune"] = "a word of a closed list",
        ["OpenBank.Floor"] = "a number",
        ["OpenBank.Ceiling"] = "a number",
        ["OpenBank.Welcome"] = "a number",
        ["OpenBank.Most"] = "a number",
        ["JoinBank.Name"] = "what one is called, in one's own words about oneself; forgotten when they leave",
        ["JoinBank.Code"] = "a code of ours",
        ["JoinBank.Reach"] = "how to reach who joins, forgotten when they leave",
        ["PayHours.Code"] = "a code of ours",
        ["PayHours.To"] = "looked for, never kept",
        ["PayHours.Time"] = "a number",
        ["PayHours.Service"] = "a word of a closed list",
        ["PayHours.Day"] = "a day",
        ["ShareHours.Givers"] = "looked for, never kept",
        ["ShareHours.Receivers"] = "looked for, never kept",
        ["ShareHours.Time"] = "a number",
        ["ShareHours.Service"] = "a word of a closed list",
        ["ShareHours.Day"] = "a day",
        ["KeepCheques.Code"] = "a code of ours",
        ["KeepCheques.Number"] = "a code of ours",
        ["KeepCheques.To"] = "looked for, never kept",
        ["KeepCheques.Time"] = "a number",
        ["KeepCheques.Service"] = "a word of a closed list",
        ["KeepCheques.Day"] = "a day",
        ["KeepAccount.Code"] = "a code of ours",
        ["KeepAccount.Name"] = "what one is called, in one's own words about oneself; forgotten when they leave",
        ["KeepAccount.Reach"] = "how to reach a member, forgotten when they leave",
        ["KeepAccount.Most"] = "a number",
        ["CloseAccount.Code"] = "a code of ours",
        ["CloseAccount.To"] = "looked for, never kept",
        ["SettleClearings.Partner"] = "the address of a bank of ours",
        ["SettleClearings.Limit"] = "a number",
        ["SettleClearings.Code"] = "a code of ours",
        ["SettleClearings.Time"] = "a number",
        ["SettleClearings.Service"] = "a word of a closed list",
        ["SettleClearings.Day"] = "a day",
        ["Ledger.Service"] = "a word of a closed list",
        ["BookSpace.Name"] = "what one is called; forgotten in time",
        ["BookSpace.Reach"] = "how to reach who books, forgotten in time",
        ["BookSpace.Training"] = "a code of ours",
        ["BookSpace.Code"] = "a code of ours",
        ["RunOpenings.Name"] = "what one is called; forgotten in time",
        ["RunOpenings.Code"] = "a code of ours",
        ["RunOpenings.DoorCode"] = "a code of ours",
        ["RunOpenings.Said"] = "a word of a closed list",
        ["RunOpenings.Age"] = "a word of a closed list",
        ["KeepPlace.Solidarity"] = "a number",
        ["KeepPlace.Usual"] = "a number",
        ["KeepPlace.Support"] = "a number",
        ["KeepPlace.Deposit"] = "a number",
        ["KeepPlace.Name"] = "the name of a room or a tool; what a member or a borrower is called, forgotten in time",
        ["KeepPlace.Reach"] = "how to reach a member or a borrower, forgotten in time",
        ["KeepPlace.Amount"] = "a number",
        ["ProposeOccasion.Contact"] = "how to answer the author, forgotten after the answer",
    };

    // Handlers whose words are ours.
    private static readonly IReadOnlySet<string> OurWords = new HashSet<string> { "Trame.Registers.Occasions.StatePage.OnPostTrueAsync" };

    /// <summary>« Act.Parameter » for each text that an act of a room can be given.</summary>
    public static IEnumerable<(MethodInfo Act, string Name)> Taken(IEnumerable<Type> types) =>
        from type in types
        where type.Namespace?.StartsWith("Trame.", StringComparison.Ordinal) == true && Rooms.LayerOf(type) is "Registers" or "Act" or "Include" or "Connect" or "Deliberate" or "Cooperate" or "Account"
        from handle in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where handle.GetParameters().Any(p => p.ParameterType == typeof(Actor))
        from text in handle.GetParameters().SelectMany(p => p.ParameterType.DeclaringType == type ? Members(p.ParameterType) : [(p.Name!, p.ParameterType)])
        where HoldsText(text.Item2)
        select (handle, $"{type.Name}.{text.Item1}");

    /// <summary>Pages that send free text to an act and never have it read again.</summary>
    public static IEnumerable<Breach> Check(IReadOnlyCollection<Type> types)
    {
        var free = Taken(types).Where(t => Scanned.Contains(t.Name)).ToLookup(t => t.Act, t => t.Name);
        return from page in PostedForms.Pages(types)
               from handler in page.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
               where handler.Name.StartsWith("OnPost", StringComparison.Ordinal) && !OurWords.Contains($"{page.FullName}.{handler.Name}")
               let reached = Reached(handler, page)
               let sent = reached.OfType<MethodInfo>().SelectMany(m => free[m]).Distinct().ToList()
               where sent.Count > 0 && !reached.Any(m => m.Name == "Warned" && m.DeclaringType == typeof(TramePage))
               select new Breach(page.FullName!, $"{handler.Name} sends {string.Join(", ", sent)} unread");
    }

    // What the handler and the page's own methods call; not what acts call among themselves.
    private static HashSet<MethodBase> Reached(MethodBase start, Type page)
    {
        var seen = new HashSet<MethodBase> { start };
        var open = new Queue<MethodBase>(seen);
        while (open.TryDequeue(out var method))
            foreach (var called in Uses.Members(method).OfType<MethodBase>().Where(seen.Add))
                if (called.DeclaringType is { } owner && (owner == page || owner.DeclaringType == page)) open.Enqueue(called);
        return seen;
    }

    private static IEnumerable<(string, Type)> Members(Type request) => request.GetConstructors().First().GetParameters().Select(p => (p.Name!, p.ParameterType));

    private static bool HoldsText(Type type) => type == typeof(string) || (type.IsGenericType && type.GetGenericArguments().Any(HoldsText))
        || (type.Namespace?.StartsWith("Trame.Registers", StringComparison.Ordinal) == true && type is { IsEnum: false, IsNested: false } && type.GetProperties().Any(p => p.PropertyType == typeof(string)) && type.GetMethod("<Clone>$") is not null);
}
