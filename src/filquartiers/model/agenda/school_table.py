"""The official school calendar of metropolitan France, zones A, B and C, 2016-2017 to 2026-2027.

Facts from the yearly decrees of the ministry in charge of education, as published in open data
(« Le calendrier scolaire », data.gouv.fr), recorded on 21 November 2026.

Each line holds the break's name, its zones, its first and its last day without school. A break that
the decree starts on a Saturday « after class » is counted from that Saturday, on which few schools
work; one that starts on another day is counted from the day after. The long weekend of the Ascension
belongs to the calendar: it is counted from Thursday to Sunday. Corsica and overseas have dates of
their own, which a network there states.
"""

TABLE = """\
# 2016-2017
Toussaint ABC 2016-10-20 2016-11-02
Noël      ABC 2016-12-17 2017-01-02
hiver     C   2017-02-04 2017-02-19
hiver     B   2017-02-11 2017-02-26
hiver     A   2017-02-18 2017-03-05
printemps C   2017-04-01 2017-04-17
printemps B   2017-04-08 2017-04-23
printemps A   2017-04-15 2017-05-01
Ascension ABC 2017-05-25 2017-05-28
été       ABC 2017-07-08 2017-09-03
# 2017-2018
Toussaint ABC 2017-10-21 2017-11-05
Noël      ABC 2017-12-23 2018-01-07
hiver     A   2018-02-10 2018-02-25
hiver     C   2018-02-17 2018-03-04
hiver     B   2018-02-24 2018-03-11
printemps A   2018-04-07 2018-04-22
printemps C   2018-04-14 2018-04-29
printemps B   2018-04-21 2018-05-06
Ascension ABC 2018-05-10 2018-05-13
été       ABC 2018-07-07 2018-09-02
# 2018-2019
Toussaint ABC 2018-10-20 2018-11-04
Noël      ABC 2018-12-22 2019-01-06
hiver     B   2019-02-09 2019-02-24
hiver     A   2019-02-16 2019-03-03
hiver     C   2019-02-23 2019-03-10
printemps B   2019-04-06 2019-04-22
printemps A   2019-04-13 2019-04-28
printemps C   2019-04-20 2019-05-05
Ascension ABC 2019-05-30 2019-06-02
été       ABC 2019-07-06 2019-09-01
# 2019-2020
Toussaint ABC 2019-10-19 2019-11-03
Noël      ABC 2019-12-21 2020-01-05
hiver     C   2020-02-08 2020-02-23
hiver     B   2020-02-15 2020-03-01
hiver     A   2020-02-22 2020-03-08
printemps C   2020-04-04 2020-04-19
printemps B   2020-04-11 2020-04-26
printemps A   2020-04-18 2020-05-03
Ascension ABC 2020-05-21 2020-05-24
été       ABC 2020-07-04 2020-08-31
# 2020-2021
Toussaint ABC 2020-10-17 2020-11-01
Noël      ABC 2020-12-19 2021-01-03
hiver     A   2021-02-06 2021-02-21
hiver     C   2021-02-13 2021-02-28
hiver     B   2021-02-20 2021-03-07
printemps A   2021-04-10 2021-04-25
printemps C   2021-04-17 2021-05-02
printemps B   2021-04-24 2021-05-09
Ascension ABC 2021-05-13 2021-05-16
été       ABC 2021-07-07 2021-08-31
# 2021-2022
Toussaint ABC 2021-10-23 2021-11-07
Noël      ABC 2021-12-18 2022-01-02
hiver     B   2022-02-05 2022-02-20
hiver     A   2022-02-12 2022-02-27
hiver     C   2022-02-19 2022-03-06
printemps B   2022-04-09 2022-04-24
printemps A   2022-04-16 2022-05-01
printemps C   2022-04-23 2022-05-08
Ascension ABC 2022-05-26 2022-05-29
été       ABC 2022-07-08 2022-08-31
# 2022-2023
Toussaint ABC 2022-10-22 2022-11-06
Noël      ABC 2022-12-17 2023-01-02
hiver     A   2023-02-04 2023-02-19
hiver     B   2023-02-11 2023-02-26
hiver     C   2023-02-18 2023-03-05
printemps A   2023-04-08 2023-04-23
printemps B   2023-04-15 2023-05-01
printemps C   2023-04-22 2023-05-08
Ascension ABC 2023-05-18 2023-05-21
été       ABC 2023-07-08 2023-09-03
# 2023-2024
Toussaint ABC 2023-10-21 2023-11-05
Noël      ABC 2023-12-23 2024-01-07
hiver     C   2024-02-10 2024-02-25
hiver     A   2024-02-17 2024-03-03
hiver     B   2024-02-24 2024-03-10
printemps C   2024-04-06 2024-04-21
printemps A   2024-04-13 2024-04-28
printemps B   2024-04-20 2024-05-05
Ascension ABC 2024-05-09 2024-05-12
été       ABC 2024-07-06 2024-09-01
# 2024-2025
Toussaint ABC 2024-10-19 2024-11-03
Noël      ABC 2024-12-21 2025-01-05
hiver     B   2025-02-08 2025-02-23
hiver     C   2025-02-15 2025-03-02
hiver     A   2025-02-22 2025-03-09
printemps B   2025-04-05 2025-04-21
printemps C   2025-04-12 2025-04-27
printemps A   2025-04-19 2025-05-04
Ascension ABC 2025-05-29 2025-06-01
été       ABC 2025-07-05 2025-08-31
# 2025-2026
Toussaint ABC 2025-10-18 2025-11-02
Noël      ABC 2025-12-20 2026-01-04
hiver     A   2026-02-07 2026-02-22
hiver     B   2026-02-14 2026-03-01
hiver     C   2026-02-21 2026-03-08
printemps A   2026-04-04 2026-04-19
printemps B   2026-04-11 2026-04-26
printemps C   2026-04-18 2026-05-03
Ascension ABC 2026-05-14 2026-05-17
été       ABC 2026-07-04 2026-08-31
# 2026-2027
Toussaint ABC 2026-10-17 2026-11-01
Noël      ABC 2026-12-19 2027-01-03
hiver     C   2027-02-06 2027-02-21
hiver     A   2027-02-13 2027-02-28
hiver     B   2027-02-20 2027-03-07
printemps C   2027-04-03 2027-04-18
printemps A   2027-04-10 2027-04-25
printemps B   2027-04-17 2027-05-02
Ascension ABC 2027-05-06 2027-05-09
été       ABC 2027-07-03 2027-08-31
"""
