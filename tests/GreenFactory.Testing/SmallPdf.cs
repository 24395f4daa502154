using System.Text;

namespace GreenFactory.Testing;

/// <summary>A one-page PDF, different for every text, as a stand-in for a factory's scan.</summary>
public static class SmallPdf
{
    /// <summary>A whole file: an officer could open it.</summary>
    /// <param name="text">What its page says.</param>
    /// <param name="filler">Bytes of a stream that no page shows, for a file that has to be long.</param>
    public static byte[] Saying(string text, int filler = 0)
    {
        var content = $"BT /F1 12 Tf 72 720 Td ({text}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            $"<</Length {filler}>>stream\n{new string('x', filler)}\nendstream",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(null, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        var start = pdf.Length;
        pdf.Append(null, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(null, $"{place:D10} 00000 n \n"));
        pdf.Append(null, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
