using System.Globalization;
using NodaTime;
using Trame.Connect.TimeExchange;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Demo;

/// <summary>An invented time bank of 180 members over eighteen months: who gives, who receives from the pot, a cheque-book, a mandate, a mistake that was compensated, two who wait for a hello.</summary>
internal sealed class DemoTimeBank(TrameDb db, IReadOnlyList<DemoCommune> communes)
{
    private const int Members = 180, Exchanges = 620, Waiting = 2;

    private static readonly string[] Names = ["Aline", "Bakary", "Colette", "Driss", "Édith", "Fanny", "Gaspard", "Houria", "Ivan", "Josette", "Karim", "Lucienne", "Marius", "Nadège", "Octave", "Paulette", "Quentin", "Rosa", "Samir", "Thérèse"];
    private static readonly string[] Seconds = ["", " du quai", " la jardinière", " des Gâteaux", " B.", " de la Madeleine", " le vélo", " M.", " d’Yzeure"];
    private static readonly string[] Services = ["repair", "company", "transport", "learning", "digital", "paperwork", "childcare", "meal", "language", "walk"];

    private readonly DemoDice _dice = new(20251102);
    private readonly Dictionary<Guid, long> _balance = [];
    private readonly List<TimeTransfer> _transfers = [];
    private readonly List<Fact> _facts = [];

    public async Task Fill(CancellationToken stop)
    {
        if (communes.FirstOrDefault(c => c.Insee == "03190") is not { } commune) return;
        var began = db.Now - Duration.FromDays(540);
        var bank = TimeBank.Of("L’Heure des Trois Ponts", "Un jeudi sur deux, 17 h, au café associatif ; le reste du temps, par téléphone ou par chèque.", "l-heure-des-trois-ponts", commune.Id, began).Value!; // its words are ours
        TimeAccount pot = new(bank, AccountKind.Pot, 1, "", "", Channel.Counter, began), welcome = new(bank, AccountKind.Welcome, 2, "", "", Channel.Counter, began);
        var members = Enumerable.Range(0, Members + Waiting).Select(n => Member(bank, n)).ToList();
        db.Add(bank);
        (await db.Save(stop)).ThrowIfRefused();

        foreach (var member in members.Take(Members)) Move(bank, TransferKind.Welcome, "", welcome, member, bank.Welcome, began + Duration.FromDays(1));
        for (var n = 0; n < Exchanges; n++) Exchange(bank, members, pot, began + Duration.FromMinutes(4320 + (n * 1220L)));
        for (var week = 5; week > 0; week--) Move(bank, TransferKind.Service, "transport", members[11], members[7], 60, db.Now - Duration.FromDays((week * 7) - 3)); // not occasional any more
        Compensate(bank, _transfers.Last(t => t.Kind == TransferKind.Service && t.Service != "transport"));

        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            await RowLoader.Load(db, (TimeAccount[])[pot, welcome, .. members], stop);
            await RowLoader.Load(db, Enumerable.Range(0, 3 * TimeCheque.InABook).Select(n => new TimeCheque(members[n / TimeCheque.InABook].Id, ChequeNumber.Of(Signs(n)), db.Now - Duration.FromDays(20))), stop);
            await RowLoader.Load(db, (TimeMandate[])[new(members[4].Id, [MandateAct.Pay, MandateAct.Cheques], 180, db.Now.InUtc().Date.PlusDays(-40), db.Now.InUtc().Date.PlusDays(142), MandateEvidence.SignedPaper)], stop);
            await RowLoader.Load(db, _transfers, stop);
            await transaction.CommitAsync(stop);
        }

        db.AddRange(_facts);
        db.Add(TimeExchangeFacts.Of(TimeExchangeFacts.Opened, bank, Channel.Counter, began));
        foreach (var member in members) db.Add(TimeExchangeFacts.Of(TimeExchangeFacts.Joined, bank, member.Channel, member.OpenedAt, 1));
        (await db.Save(stop)).ThrowIfRefused();
    }

    private TimeAccount Member(TimeBank bank, int n)
    {
        var account = new TimeAccount(bank, AccountKind.Member, n + 3, "", n is >= 40 and < 76 ? string.Create(CultureInfo.InvariantCulture, $"DEMO-RELI-{(3 * n) + 1 - 20:0000}") : string.Create(CultureInfo.InvariantCulture, $"DEMO-TEMP-{n + 1:0000}"), n % 3 == 0 ? Channel.Paper : Channel.Counter, bank.OpenedAt + Duration.FromDays(1)) { Id = _dice.Id(bank.OpenedAt) };
        account.Call(Names[n % Names.Length] + Seconds[n / Names.Length % Seconds.Length], n % 4 == 0 ? "par la boulangerie" : "", shown: n % 5 != 0).ThrowIfRefused();
        if (n < Members) account.WelcomeIn().ThrowIfRefused();
        if (n is 4 or 31) account.Exempt(db.Now.InUtc().Date.PlusMonths(2));
        return account;
    }

    // Some give more often than others; whoever can pays, the pot helps, and whoever has plenty gives to the pot.
    private void Exchange(TimeBank bank, List<TimeAccount> members, TimeAccount pot, Instant at)
    {
        var giver = members[_dice.Between(0, 2) == 0 ? _dice.Between(0, 24) : _dice.Between(0, Members - 1)];
        var receiver = members[_dice.Between(3, Members - 1)]; // the first three give, and never ask
        if (giver == receiver) return;
        var minutes = _dice.Pick([30L, 45, 60, 60, 90, 120, 180]);
        if (_balance.GetValueOrDefault(receiver.Id) - minutes < bank.Floor || _balance.GetValueOrDefault(giver.Id) + minutes > bank.Ceiling) return;
        Move(bank, TransferKind.Service, _dice.Pick(Services), receiver, giver, minutes, at);
        if (_balance[giver.Id] > 1200 && _dice.Chance(0.4)) Move(bank, TransferKind.Gift, "", giver, pot, 120, at + Duration.FromMinutes(1));
    }

    private void Move(TimeBank bank, TransferKind kind, string service, TimeAccount from, TimeAccount to, long minutes, Instant at)
    {
        var fact = kind == TransferKind.Service ? TimeExchangeFacts.Exchange(bank, 2, minutes, _dice.Pick([Channel.Counter, Channel.Paper, Channel.Online]), at) : null;
        if (fact is not null) _facts.Add(fact);
        _transfers.Add(new(bank.Id, _dice.Id(at), 0, kind, service, from.Id, to.Id, minutes, at.InUtc().Date, fact?.Channel ?? Channel.Counter, at) { Id = _dice.Id(at), FactId = fact?.Id });
        (_balance[from.Id], _balance[to.Id]) = (_balance.GetValueOrDefault(from.Id) - minutes, _balance.GetValueOrDefault(to.Id) + minutes);
    }

    private void Compensate(TimeBank bank, TimeTransfer wrong)
    {
        var at = db.Now - Duration.FromDays(1);
        if (_facts.FirstOrDefault(f => f.Id == wrong.FactId) is { } told) _facts.Add(TimeExchangeFacts.Exchange(bank, 0, 0, Channel.Counter, at, told.Id));
        _transfers.Add(new(bank.Id, _dice.Id(at), 0, TransferKind.Correction, wrong.Service, wrong.ToId, wrong.FromId, wrong.Minutes, wrong.Day, Channel.Counter, at) { Id = _dice.Id(at), CorrectsId = wrong.Id, Reason = CorrectionReason.WrittenTwice, FactId = null });
    }

    private static string Signs(int n) => string.Concat("DEMQ", "23456789"[n / 8], "23456789"[n % 8], "AB");
}
