using System.Collections.Frozen;

namespace StudyGroup.Identity;

/// <summary>The passwords of eight characters and more that are tried first. Rows of one letter or of keys beside each other are told by rule, the rest by list.</summary>
internal static class CommonPasswords
{
    private const string KeyRows = "qwertzuiopasdfghjklyxcvbnm qwertyuiopasdfghjklzxcvbnm azertyuiopqsdfghjklmwxcvbn 01234567890123456789 abcdefghijklmnopqrstuvwxyz";

    private const string List =
        """
        password password1 password12 password123 password1234 password! password1! passw0rd passw0rd1 p@ssword p@ssw0rd p@ssword1 pa$$word pa55word passwort passwort1
        passwort123 kennwort kennwort1 motdepasse contrasena parola123 password2024 password2025 password2026 mypassword mypassword1 newpassword oldpassword thepassword
        letmein1 letmein123 letmeinn letmein! openopen opensesame welcome1 welcome12 welcome123 welcome! welcome2024 welcome2025 welcome2026 willkommen willkommen1 bienvenue
        iloveyou iloveyou1 iloveyou2 iloveyou123 ichliebedich tequiero jetaime1 loveyou1 lovelove babygirl babygirl1 sweetheart princess princess1 prinzessin beautiful
        football football1 fussball fussball1 baseball baseball1 basketball softball1 hockey123 soccer123 liverpool liverpool1 barcelona barcelona1 realmadrid manchester
        arsenal1 chelsea1 juventus bayern123 schalke04 dortmund internazionale steelers cowboys1 yankees1 lakers24 michael1 michelle jennifer jessica1 jonathan elizabeth
        christian christopher alexander alexandra benjamin nicholas stephanie sebastian charlotte samantha danielle victoria veronica patricia margaret katherine
        sunshine sunshine1 sonnenschein rainbow1 butterfly schmetterling starlight moonlight midnight flower123 chocolate schokolade icecream cupcake1 cookie123 cheese123
        superman superman1 batman123 spiderman starwars starwars1 startrek pokemon1 pokemon123 pikachu1 minecraft minecraft1 fortnite nintendo playstation dragon123 dragonball
        computer computer1 internet internet1 facebook google123 youtube1 samsung1 iphone123 microsoft windows1 windows10 linux123 apple123 whatever whatever1 whatsapp
        trustno1 trustno1! secret123 geheim123 geheimnis topsecret private1 security security1 access123 accesscode changeme changeme1 changeme123 changeit default1 default123
        admin123 admin1234 admin12345 administrator administrator1 adminadmin rootroot root1234 toor1234 guest123 guestguest user1234 username testtest test1234 test12345
        testing1 testing123 demo1234 demodemo example1 sample123 temp1234 temppass temporary backup123 server123 database1 oracle123 mysql123 postgres postgres1 master123 mastermaster
        monkey123 donkey123 tigger123 snoopy123 charlie1 charlie123 shadow123 hunter22 hunter123 killer123 ranger123 buster123 maggie123 pepper123 ginger123 jordan23 freedom1 freiheit
        1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 qazwsxedc qazwsx123 qwer1234 qwerty12 qwerty123 qwerty1234 qwerty12345 asdf1234 asdfasdf
        abcd1234 abc12345 abc123456 abcabc123 a1b2c3d4 aa123456 a12345678 a123456789 1234abcd 12341234 12121212 11223344 112233445566 13131313 69696969 147258369 159357159 789456123
        87654321 987654321 9876543210 123123123 123321123 123454321 11112222 12344321 0987654321 1029384756 31415926 314159265 19841984 20202020 20252025 20262026 summer2024 summer2025
        summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026 sommer2025 sommer2026 january1 december1 monday123 friday123 bookworm library1 reading1
        studygroup studygroup1 bookclub bookclub1 readinggroup lesekreis1 correcthorsebatterystaple
        """;

    private static readonly FrozenSet<string> Known = List
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string password)
    {
        var lower = password.Trim().ToLowerInvariant();
        return Known.Contains(lower) || lower.Distinct().Count() <= 1 || KeyRows.Contains(lower, StringComparison.Ordinal);
    }
}
